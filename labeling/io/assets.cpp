#include "labeling/io/assets.h"

#include <cstdlib>
#include <filesystem>
#include <vector>

namespace jaedan::labeling {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> candidates() {
  std::vector<fs::path> places;
  if (const char* set = std::getenv("JAEDAN_ASSETS"); set && *set) places.emplace_back(set);
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (!error) {
    places.push_back(program.parent_path() / ".." / "assets");
    places.push_back(program.parent_path() / ".." / ".." / ".." / "assets");
  }
  places.emplace_back("/usr/share/jaedan");
  return places;
}

}  // namespace

Result<std::string> assets_dir() {
  std::string tried;
  for (const fs::path& place : candidates()) {
    std::error_code error;
    if (fs::is_directory(place / "taxonomy", error)) return fs::weakly_canonical(place, error).string();
    tried += (tried.empty() ? "" : ", ") + place.lexically_normal().string();
  }
  return Error{ErrorCode::kNotFound,
               "assets.not_there",
               "no assets folder (looked for taxonomy/ in {0}); set JAEDAN_ASSETS",
               {tried}};
}

}  // namespace jaedan::labeling
