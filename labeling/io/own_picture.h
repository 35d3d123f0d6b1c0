#pragma once

#include <string>

namespace jaedan::labeling {

/// Pictures that this program draws from labels (overlays, contact sheets, masks) bear a mark, by which no scan takes
/// them for photos: a comment in a JPEG, a text chunk in a PNG. Readers of pictures pass over both.

/// `encoded`, a whole JPEG or PNG, with the mark in it; anything else comes back as it is.
std::string with_own_mark(std::string encoded);

/// Whether the file is a JPEG or PNG with the mark, told by its first bytes. False for what cannot be read.
bool is_own_picture(const std::string& path);

}  // namespace jaedan::labeling
