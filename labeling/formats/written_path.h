#pragma once

#include <string>

namespace jaedan::labeling {

/// What a file says where a photo lies.
struct WrittenPath {
  std::string file_name;  ///< its last part as a plain file name; empty when nothing is given
  std::string below;      ///< its folders and its name, "train/img/a.jpg"; empty like `file_name`
};

/// Reads a path of any system, or an address of the net: drive, host, query and leading folders that lead up fall away,
/// '\\' becomes '/', %20 of an address a blank. To be compared with, never to be opened: no part is ".." .
WrittenPath read_written_path(const std::string& written);

}  // namespace jaedan::labeling
