#include "app/gui/words/strings.h"

namespace jaedan::gui {
namespace {

struct Entry {
  const char* english;
  const char* korean;
};

constexpr Entry kTexts[] = {
#define JAEDAN_TEXT(id, english, korean) {english, korean},
#include "app/gui/words/ui_texts.inc"
#undef JAEDAN_TEXT
};
static_assert(std::size(kTexts) == static_cast<std::size_t>(Text::kCount));

struct CommandName {
  std::string_view command;
  Text text;
};

constexpr CommandName kCommands[] = {
    {"accept_proposals", Text::kCommandAccept},
    {"add_garment", Text::kCommandAdd},
    {"clear_attribute", Text::kCommandAttribute},
    {"clear_image_attribute", Text::kCommandAttribute},
    {"confirm", Text::kCommandConfirm},
    {"delete_garments", Text::kCommandDelete},
    {"delete_vertex", Text::kCommandVertex},
    {"insert_vertex", Text::kCommandVertex},
    {"join_garments", Text::kCommandJoin},
    {"keep_version", Text::kCommandKeepVersion},
    {"move_vertex", Text::kCommandVertex},
    {"label_together", Text::kCommandTogether},
    {"merge", Text::kCommandMerge},
    {"move_region", Text::kCommandMove},
    {"paste_garments", Text::kCommandPaste},
    {"reject_garment", Text::kCommandDelete},
    {"reorder", Text::kCommandReorder},
    {"set_attribute", Text::kCommandAttribute},
    {"set_flags", Text::kCommandFlags},
    {"set_image_attribute", Text::kCommandAttribute},
    {"set_part", Text::kCommandPart},
    {"set_region", Text::kCommandMove},
    {"set_state", Text::kCommandState},
    {"slice_garment", Text::kCommandSlice},
    {"swap_reading", Text::kCommandReading},
    {"take_labels", Text::kCommandTakeLabels},
    {"approve", Text::kCommandState},
    {"return", Text::kCommandState},
    {"submit", Text::kCommandState},
};

}  // namespace

const char* Strings::operator()(Text text) const {
  const Entry& entry = kTexts[static_cast<std::size_t>(text)];
  return korean() ? entry.korean : entry.english;
}

const char* Strings::part(Part part) const {
  switch (part) {
    case Part::kOuter: return (*this)(Text::kOuter);
    case Part::kTop: return (*this)(Text::kTop);
    case Part::kBottom: return (*this)(Text::kBottom);
    case Part::kDress: return (*this)(Text::kDress);
  }
  return "";
}

const char* Strings::state(WorkflowState state) const {
  switch (state) {
    case WorkflowState::kNew: return (*this)(Text::kStateNew);
    case WorkflowState::kDrawn: return (*this)(Text::kStateDrawn);
    case WorkflowState::kBasic: return (*this)(Text::kStateBasic);
    case WorkflowState::kExpert: return (*this)(Text::kStateExpert);
    case WorkflowState::kApproved: return (*this)(Text::kStateApproved);
    case WorkflowState::kReturned: return (*this)(Text::kStateReturned);
    case WorkflowState::kChanged: return (*this)(Text::kStateChanged);
  }
  return "";
}

const char* Strings::command(std::string_view name) const {
  for (const CommandName& entry : kCommands) {
    if (entry.command == name) return (*this)(entry.text);
  }
  return (*this)(Text::kCommandOther);
}

const std::string& Strings::attribute(const TaxonomyAttribute& attribute) const {
  return korean() ? attribute.korean : attribute.english;
}

const std::string& Strings::value(const TaxonomyValue& value) const { return korean() ? value.korean : value.english; }

std::string thousands(std::int64_t number) {
  std::string text = std::to_string(number);
  for (int i = static_cast<int>(text.size()) - 3; i > 0; i -= 3) text.insert(static_cast<std::size_t>(i), ",");
  return text;
}

std::vector<const char*> all_texts() {
  std::vector<const char*> texts;
  for (const Entry& entry : kTexts) {
    texts.push_back(entry.english);
    texts.push_back(entry.korean);
  }
  return texts;
}

}  // namespace jaedan::gui
