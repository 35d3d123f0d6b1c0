#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "labeling/domain/part.h"
#include "labeling/domain/taxonomy.h"
#include "labeling/domain/workflow_state.h"

namespace jaedan::gui {

enum class Language { kKorean, kEnglish };

/// Every text of the window; ui_texts.inc holds them in both languages.
enum class Text {
#define JAEDAN_TEXT(id, english, korean) id,
#include "app/gui/words/ui_texts.inc"
#undef JAEDAN_TEXT
  kCount
};

/// The window's words in one language. Cheap to copy.
class Strings {
 public:
  explicit Strings(Language language) : language_(language) {}

  Language language() const { return language_; }
  bool korean() const { return language_ == Language::kKorean; }
  /// Never null; lives as long as the program.
  const char* operator()(Text text) const;
  const char* part(Part part) const;
  const char* state(WorkflowState state) const;
  /// The translation of a command's name (labeling/edit/command.h), for the undo tooltip.
  const char* command(std::string_view name) const;
  const std::string& attribute(const TaxonomyAttribute& attribute) const;
  const std::string& value(const TaxonomyValue& value) const;

 private:
  Language language_;
};

/// "1,234,567", as both languages write it.
std::string thousands(std::int64_t number);
/// All texts in all languages, for the glyphs of the small font sizes.
std::vector<const char*> all_texts();

}  // namespace jaedan::gui
