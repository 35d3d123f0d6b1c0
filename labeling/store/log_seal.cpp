#include "labeling/store/log_seal.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace jaedan::labeling {
namespace {

constexpr int kSealVersion = 1;

bool is_hash(const std::string& text) {
  const auto is_digit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
  return text.size() == 64 && std::all_of(text.begin(), text.end(), is_digit);
}

}  // namespace

std::string seal_to_json(const LogSeal& seal) {
  nlohmann::ordered_json json = {{"jaedan_seal", kSealVersion},
                                 {"project", seal.project},
                                 {"count", seal.head.count},
                                 {"head", seal.head.hash},
                                 {"at", seal.at},
                                 {"program", seal.program},
                                 {"made", seal.made}};
  // A folder's name need not be UTF-8.
  return json.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

Result<LogSeal> seal_from_json(std::string_view text) {
  const Error no_seal{ErrorCode::kCorrupt, "log.no_seal", "this is no seal of a change log ('jaedan audit --seal')"};
  const nlohmann::json json = nlohmann::json::parse(text, nullptr, false);
  if (!json.is_object() || json.value("jaedan_seal", nlohmann::json()) != kSealVersion) return no_seal;
  LogSeal seal;
  for (const auto& [key, value] : {std::pair<const char*, std::string*>{"project", &seal.project},
                                   {"head", &seal.head.hash},
                                   {"at", &seal.at},
                                   {"program", &seal.program}}) {
    const auto field = json.find(key);
    if (field == json.end() || !field->is_string()) return no_seal;
    *value = field->get<std::string>();
  }
  if (const auto made = json.find("made"); made != json.end()) {
    if (!made->is_string()) return no_seal;
    seal.made = made->get<std::string>();
  }
  const auto count = json.find("count");
  if (count == json.end() || !count->is_number_integer()) return no_seal;
  seal.head.count = count->get<std::int64_t>();
  const bool fits = seal.head.count == 0 ? seal.head.hash.empty() : seal.head.count > 0 && is_hash(seal.head.hash);
  if (!fits) return no_seal;
  return seal;
}

}  // namespace jaedan::labeling
