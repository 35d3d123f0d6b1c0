#include <yaml.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <utility>

#include "labeling/base/text_encoding.h"
#include "labeling/formats/importer.h"
#include "labeling/formats/text_lines.h"

namespace jaedan::labeling {
namespace {

constexpr std::int64_t kMostClasses = 100'000;

std::optional<std::int64_t> whole_number(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  return whole ? std::optional<std::int64_t>(number) : std::nullopt;
}

/// A YAML text as libyaml's tree; an alias is the node that it names, so nothing grows.
class YamlTree {
 public:
  explicit YamlTree(std::string_view text) {
    yaml_parser_t parser;
    if (!yaml_parser_initialize(&parser)) return;
    yaml_parser_set_input_string(&parser, reinterpret_cast<const unsigned char*>(text.data()), text.size());
    loaded_ = yaml_parser_load(&parser, &document_) != 0;
    if (!loaded_) line_ = parser.problem_mark.line + 1;
    yaml_parser_delete(&parser);
  }
  ~YamlTree() {
    if (loaded_) yaml_document_delete(&document_);
  }
  YamlTree(const YamlTree&) = delete;
  YamlTree& operator=(const YamlTree&) = delete;

  bool loaded() const { return loaded_; }
  /// Where the text is broken.
  std::size_t line() const { return line_; }
  const yaml_node_t* root() const { return yaml_document_get_root_node(document()); }

  static std::string_view word(const yaml_node_t* node) {
    if (!node || node->type != YAML_SCALAR_NODE) return {};
    return {reinterpret_cast<const char*>(node->data.scalar.value), node->data.scalar.length};
  }

  std::vector<const yaml_node_t*> items(const yaml_node_t* list) const {
    std::vector<const yaml_node_t*> nodes;
    if (!list || list->type != YAML_SEQUENCE_NODE) return nodes;
    for (const yaml_node_item_t* i = list->data.sequence.items.start; i < list->data.sequence.items.top; ++i)
      nodes.push_back(yaml_document_get_node(document(), *i));
    return nodes;
  }

  std::vector<std::pair<std::string_view, const yaml_node_t*>> members(const yaml_node_t* map) const {
    std::vector<std::pair<std::string_view, const yaml_node_t*>> pairs;
    if (!map || map->type != YAML_MAPPING_NODE) return pairs;
    for (const yaml_node_pair_t* i = map->data.mapping.pairs.start; i < map->data.mapping.pairs.top; ++i) {
      const std::string_view key = word(yaml_document_get_node(document(), i->key));
      pairs.emplace_back(key, yaml_document_get_node(document(), i->value));
    }
    return pairs;
  }

 private:
  // The library's look-ups change nothing but take no const.
  yaml_document_t* document() const { return const_cast<yaml_document_t*>(&document_); }

  yaml_document_t document_{};
  bool loaded_ = false;
  std::size_t line_ = 0;
};

Result<YoloNames> names_from_yaml(std::string_view text) {
  const YamlTree tree(text);
  if (!tree.loaded()) return Error{ErrorCode::kCorrupt, "yolo.yaml_broken", "broken YAML in line {0}", {tree.line()}};
  YoloNames names;
  for (const auto& [key, value] : tree.members(tree.root())) {
    if (key == "names") {
      for (const yaml_node_t* name : tree.items(value)) names.classes.emplace_back(YamlTree::word(name));
      for (const auto& [number, name] : tree.members(value)) {
        const std::int64_t place = whole_number(number).value_or(-1);
        if (place < 0 || place >= kMostClasses) continue;
        names.classes.resize(std::max(names.classes.size(), static_cast<std::size_t>(place) + 1));
        names.classes[static_cast<std::size_t>(place)] = YamlTree::word(name);
      }
    } else if (key == "kpt_shape") {
      std::int64_t values = 1;
      for (const yaml_node_t* side : tree.items(value)) {
        const std::int64_t length = whole_number(YamlTree::word(side)).value_or(0);
        values *= length > 0 && length <= 1000 ? length : 0;
      }
      names.keypoint_values = tree.items(value).size() == 2 ? static_cast<int>(values) : 0;
    }
  }
  if (names.classes.empty())
    return Error{ErrorCode::kCorrupt, "yolo.yaml_without_names", "no class names: it has no list or map 'names'"};
  return names;
}

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

}  // namespace

const std::vector<std::string>& yolo_names_files() {
  static const std::vector<std::string> kFiles = {
      "classes.txt", "data.yaml", "data.yml", "dataset.yaml", "predefined_classes.txt", "obj.names"};
  return kFiles;
}

bool may_name_yolo_classes(std::string_view file_name) {
  return ends_with(file_name, ".yaml") || ends_with(file_name, ".yml") || ends_with(file_name, ".names") ||
         ends_with(file_name, ".labels");
}

Result<YoloNames> read_yolo_names(std::string_view bytes, std::string_view file_name) {
  if (const std::string encoding = encoding_of(bytes); encoding != "UTF-8") {
    if (!encoding.empty()) return not_utf8(encoding);
    return Error{ErrorCode::kCorrupt, "yolo.names_not_utf8", "class names that are no UTF-8"};
  }
  if (ends_with(file_name, ".yaml") || ends_with(file_name, ".yml")) return names_from_yaml(bytes);
  return YoloNames{yolo_classes(bytes), 0};
}

std::vector<std::string> yolo_classes(std::string_view text) {
  std::vector<std::string> classes;
  for (std::string_view rest = without_byte_order_mark(text), line; take_line(rest, line);) {
    const std::size_t begin = line.find_first_not_of(" \t");
    const std::size_t end = line.find_last_not_of(" \t");
    classes.emplace_back(begin == std::string_view::npos ? std::string_view() : line.substr(begin, end - begin + 1));
  }
  while (!classes.empty() && classes.back().empty()) classes.pop_back();
  return classes;
}

}  // namespace jaedan::labeling
