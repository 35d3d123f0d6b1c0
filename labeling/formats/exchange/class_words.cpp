#include "labeling/formats/exchange/class_words.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace jaedan::labeling {
namespace {

using Words = std::vector<std::string>;

/// How the DACON contest's files spell some categories.
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kContestWords = {{
    {"knittedfabri", "knitwear"},
    {"knittedfabric", "knitwear"},
    {"best", "vest"},
    {"kadigan", "cardigan"},
    {"bluejeans", "jeans"},
    {"paddingjacket", "padding"},
}};
constexpr std::string_view kContestHoodie = "hood";

/// What a name is in the end: the last word of an English one, the tail of a Korean one.
struct PartWord {
  std::string_view word;
  Part part;
};
constexpr PartWord kLastWords[] = {
    {"top", Part::kTop},          {"shirt", Part::kTop},           {"tshirt", Part::kTop},
    {"tee", Part::kTop},          {"blouse", Part::kTop},          {"sweater", Part::kTop},
    {"sweatshirt", Part::kTop},   {"pullover", Part::kTop},        {"jersey", Part::kTop},
    {"polo", Part::kTop},         {"henley", Part::kTop},          {"camisole", Part::kTop},
    {"cami", Part::kTop},         {"halter", Part::kTop},          {"tanktop", Part::kTop},
    {"turtleneck", Part::kTop},   {"tunic", Part::kTop},           {"hoodie", Part::kTop},
    {"hoody", Part::kTop},        {"knitwear", Part::kTop},        {"sling", Part::kTop},
    {"upperclothes", Part::kTop}, {"upperbody", Part::kTop},       {"bottom", Part::kBottom},
    {"pants", Part::kBottom},     {"pant", Part::kBottom},         {"trousers", Part::kBottom},
    {"trouser", Part::kBottom},   {"shorts", Part::kBottom},       {"skirt", Part::kBottom},
    {"miniskirt", Part::kBottom}, {"jeans", Part::kBottom},        {"jean", Part::kBottom},
    {"leggings", Part::kBottom},  {"legging", Part::kBottom},      {"jeggings", Part::kBottom},
    {"joggers", Part::kBottom},   {"jogger", Part::kBottom},       {"sweatpants", Part::kBottom},
    {"chinos", Part::kBottom},    {"slacks", Part::kBottom},       {"culottes", Part::kBottom},
    {"capris", Part::kBottom},    {"lowerclothes", Part::kBottom}, {"lowerbody", Part::kBottom},
    {"dress", Part::kDress},      {"sundress", Part::kDress},      {"shirtdress", Part::kDress},
    {"gown", Part::kDress},       {"jumpsuit", Part::kDress},      {"romper", Part::kDress},
    {"playsuit", Part::kDress},   {"overalls", Part::kDress},      {"dungarees", Part::kDress},
    {"onepiece", Part::kDress},   {"outer", Part::kOuter},         {"outwear", Part::kOuter},
    {"outerwear", Part::kOuter},  {"coat", Part::kOuter},          {"overcoat", Part::kOuter},
    {"raincoat", Part::kOuter},   {"trenchcoat", Part::kOuter},    {"peacoat", Part::kOuter},
    {"jacket", Part::kOuter},     {"blazer", Part::kOuter},        {"cardigan", Part::kOuter},
    {"parka", Part::kOuter},      {"anorak", Part::kOuter},        {"windbreaker", Part::kOuter},
    {"blouson", Part::kOuter},    {"vest", Part::kOuter},          {"waistcoat", Part::kOuter},
    {"gilet", Part::kOuter},      {"cape", Part::kOuter},          {"poncho", Part::kOuter},
};
constexpr PartWord kKoreanTails[] = {
    {"원피스", Part::kDress}, {"드레스", Part::kDress},  {"점프수트", Part::kDress}, {"점프슈트", Part::kDress},
    {"티셔츠", Part::kTop},   {"셔츠", Part::kTop},      {"블라우스", Part::kTop},   {"스웨터", Part::kTop},
    {"니트", Part::kTop},     {"맨투맨", Part::kTop},    {"후드티", Part::kTop},     {"반팔티", Part::kTop},
    {"긴팔티", Part::kTop},   {"상의", Part::kTop},      {"바지", Part::kBottom},    {"팬츠", Part::kBottom},
    {"치마", Part::kBottom},  {"스커트", Part::kBottom}, {"슬랙스", Part::kBottom},  {"하의", Part::kBottom},
    {"재킷", Part::kOuter},   {"자켓", Part::kOuter},    {"코트", Part::kOuter},     {"점퍼", Part::kOuter},
    {"잠바", Part::kOuter},   {"패딩", Part::kOuter},    {"가디건", Part::kOuter},   {"카디건", Part::kOuter},
    {"외투", Part::kOuter},   {"겉옷", Part::kOuter},    {"아우터", Part::kOuter},
};

/// Without what people write differently: case, blanks, '-' and '_'.
std::string folded(std::string_view word) {
  std::string out;
  for (const char c : word) {
    if (c == ' ' || c == '-' || c == '_') continue;
    const auto byte = static_cast<unsigned char>(c);
    out += byte < 0x80 ? static_cast<char>(std::tolower(byte)) : c;
  }
  return out;
}

const GarmentClass* find_category(const std::vector<GarmentClass>& classes, std::string_view category) {
  for (const GarmentClass& c : classes) {
    if (!c.category.empty() && c.category == category) return &c;
  }
  return nullptr;
}

GarmentClass part_alone(Part part) { return {std::string(id_of(part)) + "_unspecified", "", part}; }

/// The class that is called just so.
std::optional<GarmentClass> class_called(std::string_view word, const std::vector<GarmentClass>& classes,
                                         const Taxonomy& taxonomy) {
  const std::string key = folded(word);
  for (const GarmentClass& c : classes) {
    if (folded(c.name) == key) return c;
  }
  if (const TaxonomyAttribute* category = taxonomy.attribute(attribute::kCategory)) {
    for (const TaxonomyValue& value : category->values) {
      const bool means = folded(value.korean) == key || folded(value.english) == key;
      const GarmentClass* found = means ? find_category(classes, value.id) : nullptr;
      if (found) return *found;
    }
    const TaxonomyValue* variant = category->value_from_spelling(word);
    if (const GarmentClass* found = variant ? find_category(classes, variant->id) : nullptr) return *found;
  }
  for (const auto& [spelling, id] : kContestWords) {
    const GarmentClass* found = spelling == key ? find_category(classes, id) : nullptr;
    if (found) return *found;
  }
  for (const Part part : kAllParts) {
    if (key == id_of(part) || key == folded(korean_name_of(part))) return part_alone(part);
  }
  return std::nullopt;
}

/// The words of one name, up to what it is "of" or "with"; numbers and what stands in brackets are no words.
Words words_in(std::string_view name) {
  Words words(1);
  bool in_brackets = false;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '(' || c == ')') in_brackets = c == '(';
    if (byte >= 0x80 || (std::isalpha(byte) && !in_brackets)) {
      words.back() += byte < 0x80 ? static_cast<char>(std::tolower(byte)) : c;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  const auto is_joint = [](const std::string& word) { return word == "of" || word == "with" || word == "for"; };
  words.erase(std::find_if(words.begin(), words.end(), is_joint), words.end());
  return words;
}

std::optional<Part> part_of_last_word(std::string_view last) {
  for (const PartWord& known : kLastWords) {
    const bool plural = last.size() > known.word.size() && last.substr(0, known.word.size()) == known.word &&
                        (last.substr(known.word.size()) == "s" || last.substr(known.word.size()) == "es");
    if (last == known.word || plural) return known.part;
  }
  for (const PartWord& known : kKoreanTails) {
    if (last.size() >= known.word.size() && last.substr(last.size() - known.word.size()) == known.word)
      return known.part;
  }
  return std::nullopt;
}

std::optional<Part> part_of_name(std::string_view name) {
  const Words words = words_in(name);
  if (words.empty()) return std::nullopt;
  const std::optional<Part> part = part_of_last_word(words.back());
  // "upper-clothes", "one piece"
  if (part || words.size() < 2) return part;
  return part_of_last_word(words[words.size() - 2] + words.back());
}

/// "shirt, blouse": all that are named have to be of one part.
std::optional<Part> part_from_words(std::string_view names) {
  std::optional<Part> common;
  for (std::size_t begin = 0; begin <= names.size();) {
    const std::size_t end = std::min(names.find_first_of(",/|&", begin), names.size());
    const std::optional<Part> part = part_of_name(names.substr(begin, end - begin));
    if (!part || (common && *common != *part)) return std::nullopt;
    common = part;
    begin = end + 1;
  }
  return common;
}

/// "shirt" of "shirt-1", "shirt #2" and "shirt (3)", as people number the pieces of a photo.
std::string_view without_number(std::string_view word) {
  const auto trimmed = [](std::string_view text, std::string_view at_the_end) {
    return text.substr(0, text.find_last_not_of(at_the_end) + 1);
  };
  const std::string_view before = trimmed(trimmed(word, ") ]"), "0123456789");
  const bool numbered = before.size() < trimmed(word, ") ]").size();
  return numbered ? trimmed(before, " -_#.:([") : word;
}

bool is_part(std::string_view word) {
  return std::any_of(kAllParts.begin(), kAllParts.end(), [key = folded(word)](Part part) {
    return key == id_of(part) || key == folded(korean_name_of(part));
  });
}

bool is_of_deep_fashion(const ListedClass& listed) {
  const std::string key = folded(listed.name);
  return key == "sling" || key == "slingdress" || key == "vestdress" || key.rfind("shortsleeve", 0) == 0 ||
         key.rfind("longsleeve", 0) == 0;
}

bool is_of_contest(const ListedClass& listed) {
  return std::any_of(kContestWords.begin(), kContestWords.end(),
                     [key = folded(listed.name)](const auto& word) { return word.first == key; });
}

}  // namespace

std::optional<GarmentClass> class_from_word(std::string_view word, const std::vector<GarmentClass>& classes,
                                            const Taxonomy& taxonomy) {
  if (std::optional<GarmentClass> called = class_called(word, classes, taxonomy)) return called;
  word = without_number(word);
  if (std::optional<GarmentClass> called = class_called(word, classes, taxonomy)) return called;
  if (!word.empty() && (word.back() == 's' || word.back() == 'S')) {
    if (std::optional<GarmentClass> one = class_called(word.substr(0, word.size() - 1), classes, taxonomy)) return one;
  }
  const std::optional<Part> part = part_from_words(word);
  return part ? std::optional<GarmentClass>(part_alone(*part)) : std::nullopt;
}

std::vector<std::optional<GarmentClass>> classes_from_list(const std::vector<ListedClass>& list,
                                                           const std::vector<GarmentClass>& classes,
                                                           const Taxonomy& taxonomy) {
  const bool deep_fashion = std::any_of(list.begin(), list.end(), is_of_deep_fashion);
  const bool contest = std::any_of(list.begin(), list.end(), is_of_contest);
  std::vector<std::optional<GarmentClass>> meanings;
  for (const ListedClass& listed : list) {
    const std::string key = folded(listed.name);
    std::optional<GarmentClass> meaning = class_from_word(listed.name, classes, taxonomy);
    if (deep_fashion && key == "vest") meaning = part_alone(Part::kTop);
    if (key == kContestHoodie && (contest || is_part(listed.above))) {
      if (const GarmentClass* hoodie = find_category(classes, "hoodie")) meaning = *hoodie;
    }
    if (!meaning) meaning = class_called(listed.above, classes, taxonomy);
    meanings.push_back(std::move(meaning));
  }
  return meanings;
}

}  // namespace jaedan::labeling
