#include "labeling/store/sql/carry_settings.h"

#include <charconv>
#include <sstream>
#include <utility>
#include <vector>

#include "labeling/store/byte_codec.h"
#include "labeling/store/sql/photo_data.h"

namespace jaedan::labeling::sql {
namespace {

struct Setting {
  std::string name;
  std::string value;
};

std::vector<Setting> all_settings(soci::session& session) {
  std::vector<Setting> settings;
  Setting row;
  soci::statement select =
      (session.prepare << "select name, value from setting order by name", soci::into(row.name), soci::into(row.value));
  select.execute();
  while (select.fetch()) settings.push_back(row);
  return settings;
}

/// One model a line.
Status carry_champions(Connection& connection, const std::string& lines) {
  std::istringstream models(lines);
  for (std::string model; std::getline(models, model);) {
    if (!model.empty()) connection.session() << "insert into champion(model_id) values(:model)", soci::use(model);
  }
  return {};
}

/// `key`: "12/mina", the photo and whose shape it is.
Status carry_begun_shape(Connection& connection, std::string_view key, const std::string& bytes) {
  std::int64_t photo = 0;
  const auto end = std::from_chars(key.data(), key.data() + key.size(), photo);
  const auto length = static_cast<std::size_t>(end.ptr - key.data());
  if (end.ec != std::errc() || length >= key.size() || key[length] != '/') return {};
  const Status kept = set_begun_shape(connection, PhotoId{photo}, std::string(key.substr(length + 1)), bytes);
  return kept.ok() || kept.error().code == ErrorCode::kNotFound ? Status() : kept;
}

}  // namespace

Status carry_settings(Connection& connection) {
  constexpr std::string_view kBegun = "begun/";
  for (const Setting& setting : all_settings(connection.session())) {
    const Result<std::string> value = bytes_from_text(setting.value);
    if (!value.ok()) continue;
    if (setting.name == "champions") JAEDAN_RETURN_IF_ERROR(carry_champions(connection, *value));
    if (setting.name.compare(0, kBegun.size(), kBegun) != 0) continue;
    JAEDAN_RETURN_IF_ERROR(carry_begun_shape(connection, std::string_view(setting.name).substr(kBegun.size()), *value));
  }
  connection.session() << "drop table setting";
  return {};
}

}  // namespace jaedan::labeling::sql
