#include "labeling/store/sql/photo_paths.h"

#include <algorithm>
#include <filesystem>
#include <vector>

#include "labeling/base/utf8.h"
#include "labeling/store/sql/connection.h"
#include "labeling/store/storable.h"

namespace jaedan::labeling::sql {
namespace {

namespace fs = std::filesystem;

const std::string kWay = "./";  // no path of a photo starts so: they are absolute, or plain below the project

bool is_way(const std::string& kept) { return kept.compare(0, kWay.size(), kWay) == 0; }

/// Whether some of the first photos that are kept by their ways lie where the ways lead from `folder`.
bool leads_to_photos(const std::vector<std::string>& ways, const std::string& folder) {
  const PhotoPaths paths(folder);
  std::error_code missing;
  return std::any_of(ways.begin(), ways.end(),
                     [&](const std::string& way) { return fs::exists(paths.shown(way), missing); });
}

std::vector<std::string> first_ways(soci::session& session) {
  std::vector<std::string> ways;
  std::string way;
  soci::statement select =
      (session.prepare << "select path from photo where path like './%' order by id limit 20", soci::into(way));
  select.execute();
  while (select.fetch()) ways.push_back(way);
  return ways;
}

struct Row {
  long long id = 0;
  std::string path;
  std::string name;
};

}  // namespace

std::string PhotoPaths::kept(const std::string& path) const {
  const fs::path whole(path);
  if (folder_.empty() || !whole.is_absolute()) return path;
  const fs::path base(folder_);
  const auto apart = std::mismatch(base.begin(), base.end(), whole.begin(), whole.end());
  const bool only_root = std::distance(base.begin(), apart.first) <= 1;
  if (only_root) return path;
  const std::string way = kWay + whole.lexically_relative(base).string();
  return shown(way) == path ? way : path;
}

std::string PhotoPaths::shown(const std::string& kept) const {
  if (folder_.empty() || !is_way(kept)) return kept;
  return (fs::path(folder_) / kept).lexically_normal().string();
}

Status find_photo_folder(Connection& connection, const std::string& project_folder) {
  std::error_code failed;
  const fs::path real = fs::weakly_canonical(fs::absolute(project_folder, failed), failed);
  std::string folder = (real.has_filename() ? real : real.parent_path()).string();
  std::string before;
  std::vector<std::string> ways;
  JAEDAN_RETURN_IF_ERROR(connection.read([&]() -> Status {
    soci::session& session = connection.session();
    session << "select folder from place limit 1", soci::into(before);
    if (before != folder) ways = first_ways(session);
    return {};
  }));
  const bool photos_stayed = !before.empty() && !leads_to_photos(ways, folder) && leads_to_photos(ways, before);
  if (before != folder && !photos_stayed) {
    static_cast<void>(connection.write([&]() -> Status {
      connection.session() << "delete from place";
      connection.session() << "insert into place(folder) values(:folder)", soci::use(folder);
      return {};
    }));
  }
  connection.set_photo_paths(PhotoPaths(photos_stayed ? before : folder));
  return {};
}

Status carry_photo_paths(Connection& connection) {
  soci::session& session = connection.session();
  std::vector<Row> changed;
  {
    Row row;
    soci::statement select = (session.prepare << "select id, path, name from photo", soci::into(row.id),
                              soci::into(row.path), soci::into(row.name));
    select.execute();
    while (select.fetch()) {
      Row now{row.id, connection.photo_paths().kept(row.path), utf8_composed(row.name)};
      if (now.path != row.path || now.name != row.name) changed.push_back(std::move(now));
    }
  }
  for (const Row& row : changed) {
    const std::string folded = search_key(row.name);
    session << "update photo set name = :name, name_folded = :folded where id = :id", soci::use(row.name),
        soci::use(folded), soci::use(row.id);
    // Two rows of one photo, one of them under its way already, stay two.
    session << "update photo set path = :path where id = :id and not exists (select 1 from photo where path = :path)",
        soci::use(row.path, "path"), soci::use(row.id, "id");
  }
  return {};
}

}  // namespace jaedan::labeling::sql
