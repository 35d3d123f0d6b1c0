#pragma once

#include <string>
#include <vector>

#include "labeling/base/result.h"

namespace jaedan::workflow {

/// Something that can be imported: photos alone, label files of one format with their photos, or tables of outfits.
struct ImportChoice {
  std::string name;         ///< as in `--format`: images, outfits, or a name of labeling/formats/importer.h
  Message title;            ///< for people, in both languages
  std::string description;  ///< one line of English
};

/// The name of the choice that is neither photos nor labels.
inline constexpr const char* kOutfitTables = "outfits";

/// All of them, in the order in which they are offered; photos first, outfits last.
const std::vector<ImportChoice>& import_choices();
/// Their names for a sentence: "images, kfashion, coco, …".
std::string import_names();

/// The one called `format`; without a name the one that the files below `source` are. Some files of each ending are
/// looked into; where there are photos and no label files, it is photos alone, and where there is neither, tables of
/// outfits. kInvalidArgument, with what there is:
/// an unknown name, files of several formats or of none; kNotFound: no `source`.
Result<ImportChoice> choose_import(const std::string& source, const std::string& format);

/// kUnsupported when `source` is an archive (.zip, .7z, .rar, .tar, .gz, .tgz): it is told to be unpacked.
Status check_no_archive(const std::string& source);

/// The error for `source`, in which there is nothing to import: `sentences` (what was looked for, what was passed
/// over), and what lies there instead: an archive, or, where files of `ending` ".png" were looked for, a TIFF. An empty
/// `ending`: photos. Reads the folder once more.
Error nothing_found(ErrorCode code, const std::string& source, std::vector<Message> sentences,
                    const std::string& ending = {});

}  // namespace jaedan::workflow
