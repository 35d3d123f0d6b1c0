#include "app/cli/open_project.h"

#include <cstdio>
#include <optional>

#include "app/cli/output.h"

namespace jaedan::cli {

Result<workflow::Project> open_project(const std::string& path) {
  std::optional<Console> console;  // takes Ctrl+C, so only once it is needed
  labeling::OpenNews news;
  news.say = [](const Message& sentence) { std::fprintf(stderr, "jaedan: %s\n", one_line(sentence.text()).c_str()); };
  news.progress = [&](std::int64_t done, std::int64_t total) {
    if (!console) console.emplace();
    console->watch().report({"taking over the change log", done, total, ""});
  };
  return workflow::Project::open(path, news);
}

}  // namespace jaedan::cli
