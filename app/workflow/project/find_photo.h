#pragma once

#include <string>

#include "app/workflow/project/project.h"

namespace jaedan::workflow {

/// The photo that a person means by `word` (`--image`), the one owner of that rule: its file ("0010.jpg"), its name
/// ("0010"), its number ("12", as the program prints it, or "id=12", which is always the number), or a path to the
/// file, from the working folder or from any folder above it ("summer/0010.jpg"; also "summer/0010"). A file's whole
/// name goes before names and numbers. Letters that a Mac wrote apart are the same letters. kInvalidArgument when
/// several are meant; the message lists them. kNotFound.
Result<Photo> find_photo(const Project& project, const std::string& word);

}  // namespace jaedan::workflow
