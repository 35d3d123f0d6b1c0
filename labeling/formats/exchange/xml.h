#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "labeling/base/result.h"

namespace jaedan::labeling {

/// An element of a small XML file: its text (of all its own pieces together) and its children. Attributes, comments and
/// processing instructions are passed over; that is all that Pascal VOC files need.
struct XmlElement {
  std::string name;  ///< without the prefix of a namespace: "object" of <v:object>
  std::string text;
  std::vector<XmlElement> children;

  /// First child of this name, or null.
  const XmlElement* child(std::string_view child_name) const;
  /// Its text without blanks around it.
  std::string own_text() const;
  /// Text of the child of this name without blanks around it; empty when absent.
  std::string child_text(std::string_view child_name) const;
};

/// kCorrupt for what is no such file, kTooLarge over 16 MiB or 64 levels. UTF-16 and the encodings that a file declares
/// are converted. Entities other than the five of XML and character numbers stand as they are; a DOCTYPE that declares
/// some is kUnsupported, a file that it names is not loaded, so nothing is ever expanded.
Result<XmlElement> parse_xml(std::string_view text);

/// `text` with < > & and quotes as entities; control characters, which XML 1.0 cannot hold, become
/// blanks, and bytes that are no UTF-8 U+FFFD.
std::string xml_escaped(std::string_view text);

}  // namespace jaedan::labeling
