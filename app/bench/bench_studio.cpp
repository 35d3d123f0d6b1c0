#include "app/bench/bench_studio.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <numeric>
#include <thread>
#include <utility>

#include "app/bench/garment_scene.h"
#include "app/bench/median.h"
#include "app/bench/scratch_folder.h"
#include "app/bench/studio_scenes.h"
#include "app/workflow/jobs/child_program.h"
#include "labeling/base/file_system.h"
#include "labeling/base/plural.h"

namespace jaedan::bench {
namespace {

namespace fs = std::filesystem;

constexpr double kSilence_s = 120;  // longer than anything that is measured takes
constexpr double kFrame60_ms = 16.7, kFrame30_ms = 33.3;
constexpr int kOutlinePoints = 20'000;
constexpr int kPhotosThrough = 20;
constexpr int kLargePhotos = 6;
constexpr int kAsked = 10;  // photos, of each of the questions to a model
constexpr int kStarts = 3;
constexpr int kGarmentsAsked = 5000, kSelected = 40;
constexpr double kWholeMap_s = 60;
constexpr double kSettle_s = 3, kWatched_s = 5;

double p95(std::vector<double> samples) { return quantile(std::move(samples), 0.95); }

/// What was measured under one name, in the order it was.
struct Measured {
  std::vector<double> own_ms, draw_ms, answer_ms, own_answer_ms;
};

class Bench {
 public:
  Bench(const StudioBenchRequest& request, const workflow::Watch& watch, std::string studio, std::string folder,
        std::string display)
      : request_(request),
        watch_(watch),
        studio_(std::move(studio)),
        folder_(std::move(folder)),
        environment_({"DISPLAY=" + display, "XDG_CONFIG_HOME=" + folder_ + "/config"}) {}

  Status run() {
    if (wants("polygons")) JAEDAN_RETURN_IF_ERROR(polygons());
    if (wants("outline")) JAEDAN_RETURN_IF_ERROR(outline());
    if (wants("photos")) JAEDAN_RETURN_IF_ERROR(photos());
    if (wants("model")) JAEDAN_RETURN_IF_ERROR(model());
    if (wants("large")) JAEDAN_RETURN_IF_ERROR(large());
    if (wants("many")) JAEDAN_RETURN_IF_ERROR(many());
    if (wants("recommend")) JAEDAN_RETURN_IF_ERROR(recommend());
    if (wants("map")) JAEDAN_RETURN_IF_ERROR(map());
    return {};
  }

  StudioBench result;

 private:
  bool wants(const std::string& scene) const {
    const auto& some = request_.scenes;
    return some.empty() || std::find(some.begin(), some.end(), scene) != some.end();
  }

  Status polygons() {
    const std::string scene = std::to_string(request_.polygons) + " polygons";
    watch_.report({"drawing " + scene, 0, 0, ""});
    JAEDAN_ASSIGN_OR_RETURN(const std::string project, scene_of_polygons(folder_, request_.polygons));
    std::string script = "wait idle\nmove 700 400\n";
    script += "measure zoom\n";
    for (int i = 0; i < 12; ++i) script += "wheel 700 400 1\n";
    for (int i = 0; i < 12; ++i) script += "wheel 700 400 -1\n";
    script += "measured\nwheel 700 400 2\nmeasure pan\nbutton-down 700 400 middle\n";
    for (int i = 1; i <= 25; ++i) {
      script += "move " + std::to_string(700 + 5 * (i % 20)) + " " + std::to_string(400 + 3 * i) + "\n";
    }
    script += "button-up 800 500 middle\nmeasured\nkey F\n";
    for (int i = 0; i < 10; ++i) {
      const std::string at = std::to_string(120 + 80 * i) + " " + std::to_string(200 + 100 * i);
      script += "measure select frame\nimage-button-down " + at + "\nmeasured\nimage-button-up " + at + "\nwait idle\n";
    }
    // Every border on the photo may hold the next point.
    script += "key Esc\nkey P\nimage-click 500 700\nmeasure draw\n";
    for (int i = 1; i <= 25; ++i) script += "image-move " + std::to_string(500 + 9 * i) + " 740\n";
    script += "measured\nkey Esc\n";
    JAEDAN_ASSIGN_OR_RETURN(auto measured, play(scene, project, script));
    add_frames(scene, "zoom", measured["zoom"], kFrame60_ms);
    add_frames(scene, "pan", measured["pan"], kFrame60_ms);
    add_answers(scene, "select", measured["select"], 50);
    add_frames(scene, "draw beside them", measured["draw"], kFrame60_ms);
    return {};
  }

  Status outline() {
    const std::string scene = "one polygon of " + std::to_string(kOutlinePoints) + " points";
    watch_.report({"drawing " + scene, 0, 0, ""});
    JAEDAN_ASSIGN_OR_RETURN(const std::string project, scene_of_outline(folder_, kOutlinePoints));
    // The first point of the outline lies on the right of the middle (studio_scenes.cpp).
    const double x = 500 + 450 * 0.85;
    std::string script = "wait idle\nimage-click 500 750\nwait idle\n";
    script += "measure drag-vertex\nimage-button-down " + std::to_string(x) + " 750\n";
    for (int i = 1; i <= 30; ++i)
      script += "image-move " + std::to_string(x + i) + " " + std::to_string(750 - i) + "\n";
    script += "image-button-up " + std::to_string(x + 30) + " 720\nmeasured\nmeasure drag-region\n";
    script += "image-button-down 500 750\n";
    for (int i = 1; i <= 30; ++i) script += "image-move " + std::to_string(500 + i) + " 750\n";
    script += "image-button-up 530 750\nmeasured\nkey B\nmeasure brush\nimage-button-down 200 750\n";
    for (int i = 1; i <= 30; ++i) script += "image-move " + std::to_string(200 + 4 * i) + " 750\n";
    script += "image-button-up 320 750\nmeasured\n";
    JAEDAN_ASSIGN_OR_RETURN(auto measured, play(scene, project, script));
    add_frames(scene, "drag a vertex", measured["drag-vertex"], kFrame30_ms);
    add_frames(scene, "drag the region", measured["drag-region"], kFrame30_ms);
    add_frames(scene, "brush", measured["brush"], kFrame30_ms);
    return {};
  }

  Status photos() {
    const std::string scene = "photos of 1,000 × 1,500";
    watch_.report({"drawing " + scene, 0, 0, ""});
    JAEDAN_ASSIGN_OR_RETURN(const std::string project, scene_of_photos(folder_, 1000, 1500, kPhotosThrough + 1));
    JAEDAN_RETURN_IF_ERROR(step_through(scene, project, kPhotosThrough, 100));
    return start_and_rest(scene, project);
  }

  // The model of the window: what people ask of it, and the next photo while it works ahead of them.
  Status model() {
    const std::string scene = "photos of 1,000 × 1,500 with the model";
    watch_.report({"drawing " + scene, 0, 0, ""});
    const std::string more = folder_ + "/ahead";
    fs::create_directories(more);
    JAEDAN_ASSIGN_OR_RETURN(const std::string project, scene_of_photos(more, 1000, 1500, kPhotosThrough + 1));
    // Each is asked once before, which opens it.
    std::string script = "wait idle\nkey G\nwait idle\nkey Q\nimage-click 500 700\nwait idle\nkey Esc\nkey Esc\n";
    for (int i = 0; i < kAsked; ++i) {
      script += "key D\nwait 3\nmeasure click idle\nkey Q\nimage-click 500 700\nmeasured\nkey Esc\nkey Esc\n";
      script += "wait idle\nmeasure prefill idle\nkey G\nmeasured\n";
    }
    JAEDAN_ASSIGN_OR_RETURN(auto asked, play(scene, project, script));
    add_answers(scene, "Q and a click at once", asked["click"], 400);
    add_answers(scene, "G", asked["prefill"], 600);
    // As many frames as a person takes who looks for a second; nobody waits for the model.
    JAEDAN_ASSIGN_OR_RETURN(const std::string other, scene_of_photos(more, 1000, 1510, kPhotosThrough + 1));
    script = "wait 20\n";
    for (int i = 0; i < kPhotosThrough; ++i) script += "wait 40\nmeasure next photo\nkey D\nmeasured\n";
    JAEDAN_ASSIGN_OR_RETURN(auto measured, play(scene, other, script, {"--prefill-ahead"}));
    add_answers(scene, "next photo while the model works ahead", measured["next"], 100);
    return {};
  }

  Status large() {
    const std::string scene = "photos of 6,000 × 8,000";
    watch_.report({"drawing " + scene, 0, 0, ""});
    JAEDAN_ASSIGN_OR_RETURN(const std::string project, scene_of_photos(folder_, 6000, 8000, kLargePhotos));
    JAEDAN_RETURN_IF_ERROR(step_through(scene, project, kLargePhotos - 1, 500));
    result.figures.push_back({scene, "peak memory", "MB", peak_mb_, 1500});
    return {};
  }

  // As a person does who looks at each for a while: the next one is read meanwhile.
  Status step_through(const std::string& scene, const std::string& project, int steps, double allowed_ms) {
    std::string script = "wait idle\n";
    for (int i = 0; i < steps; ++i) script += "measure next photo\nkey D\nmeasured\nwait idle\n";
    JAEDAN_ASSIGN_OR_RETURN(auto measured, play(scene, project, script));
    add_answers(scene, "next photo", measured["next"], allowed_ms);
    return {};
  }

  Status many() {
    const std::string scene = counted(request_.photos, "photo");
    JAEDAN_ASSIGN_OR_RETURN(const std::string project, scene_of_many(folder_, request_.photos, watch_));
    JAEDAN_RETURN_IF_ERROR(first_photo(scene, project, 1.0));
    std::string script = "wait idle\nmove 150 400\nmeasure scroll\n";
    for (int i = 0; i < 40; ++i) script += "wheel 150 400 -" + std::to_string(i % 2 == 0 ? 3 : 400) + "\n";
    script += "measured\nwait idle\npress filter.text\nwait idle\n";
    for (const char letter : {'9', '1', '7'})
      script += std::string("measure filter idle\ntext ") + letter + "\nmeasured\n";
    JAEDAN_ASSIGN_OR_RETURN(auto measured, play(scene, project, script));
    add_frames(scene, "scroll the list", measured["scroll"], kFrame60_ms);
    add_answers(scene, "a letter into the filter", measured["filter"], 100);
    result.figures.push_back({scene, "peak memory", "MB", peak_mb_, 1500});
    return {};
  }

  // What is like the garment that was clicked on, with the pictures of all that was found.
  Status recommend() {
    const GarmentScene garments{std::min(request_.garments, kGarmentsAsked), 2};
    const std::string scene = counted(garments.garments, "garment");
    JAEDAN_ASSIGN_OR_RETURN(const std::string project, scene_of_garments(folder_, garments, watch_));
    JAEDAN_ASSIGN_OR_RETURN(auto measured, play(scene, project, script_of_selecting(garments, kSelected)));
    add_answers(scene, "select one and see what is like it", measured["select"], 100);
    return {};
  }

  // All garments as points: more than there is room for, so that the choice of them is made anew in every frame.
  Status map() {
    const GarmentScene garments{request_.garments, 10};
    const std::string scene = "a map of " + counted(garments.garments, "garment");
    JAEDAN_ASSIGN_OR_RETURN(const std::string project, scene_of_garments(folder_, garments, watch_));
    JAEDAN_ASSIGN_OR_RETURN(auto measured, play(scene, project, script_of_map()));
    add_frames(scene, "zoom", measured["zoom"], kFrame60_ms);
    add_frames(scene, "pan", measured["pan"], kFrame60_ms);
    add_frames(scene, "lasso over the heat map", measured["lasso"], kFrame60_ms);
    add_frames(scene, "point at garments", measured["point"], kFrame60_ms);
    add_frames(scene, "zoom by labels", measured["labels"], kFrame60_ms);
    result.figures.push_back({scene, "whole after", "s", median(measured["whole"].answer_ms) / 1000, kWholeMap_s});
    result.figures.push_back({scene, "peak memory", "MB", peak_mb_, 1500});
    return {};
  }

  Status first_photo(const std::string& scene, const std::string& project, double allowed_s) {
    std::vector<double> seconds;
    for (int i = 0; i < kStarts; ++i) {
      JAEDAN_ASSIGN_OR_RETURN(const auto child, open(project, {"--print-timing"}));
      JAEDAN_ASSIGN_OR_RETURN(const double painted_s, painted_after(*child));
      seconds.push_back(painted_s);
    }
    result.figures.push_back({scene, "first photo painted", "s", median(seconds), allowed_s});
    return {};
  }

  Status start_and_rest(const std::string& scene, const std::string& project) {
    JAEDAN_RETURN_IF_ERROR(first_photo(scene, project, 1.5));
    watch_.report({"watching it rest", 0, 0, ""});
    // The model works ahead for a while after the start; rest is what comes then.
    JAEDAN_RETURN_IF_ERROR(
        disk().write_atomically(folder_ + "/config/jaedan/studio.json", R"({"prefill_ahead": false})"));
    JAEDAN_ASSIGN_OR_RETURN(const auto child, open(project, {"--print-timing"}));
    JAEDAN_ASSIGN_OR_RETURN(const double painted_s, painted_after(*child));
    static_cast<void>(painted_s);
    std::this_thread::sleep_for(std::chrono::duration<double>(kSettle_s));
    const double before_s = child->cpu_s();
    std::this_thread::sleep_for(std::chrono::duration<double>(kWatched_s));
    const double share = (child->cpu_s() - before_s) / kWatched_s;
    result.figures.push_back({scene, "a core used at rest", "%", 100 * share, 2});
    return {};
  }

  Result<double> painted_after(workflow::ChildProgram& child) {
    const std::string words = "first photo painted after ";
    while (true) {
      JAEDAN_ASSIGN_OR_RETURN(const std::string line, child.read_line(kSilence_s));
      note_renderer(line);
      if (line.rfind(words, 0) == 0) return std::strtod(line.c_str() + words.size(), nullptr);
    }
  }

  Result<std::unique_ptr<workflow::ChildProgram>> open(const std::string& project,
                                                       const std::vector<std::string>& options) {
    std::vector<std::string> command = {studio_, project, "--size", "1280x800", "--lang", "en"};
    command.insert(command.end(), options.begin(), options.end());
    return workflow::ChildProgram::start(std::move(command), environment_);
  }

  Result<std::map<std::string, Measured>> play(const std::string& scene, const std::string& project,
                                               const std::string& script, std::vector<std::string> options = {}) {
    watch_.report({"in the window: " + scene, 0, 0, ""});
    const std::string file = folder_ + "/script";
    std::ofstream(file) << script;
    JAEDAN_ASSIGN_OR_RETURN(const auto child,
                            open(project, with(std::move(options), {"--script", file, "--print-timing"})));
    std::map<std::string, Measured> measured;
    std::string last;
    while (true) {
      if (watch_.cancelled()) {
        return Error{ErrorCode::kCancelled, "bench.studio_stopped", "measuring the studio: stopped"};
      }
      const Result<std::string> line = child->read_line(kSilence_s);
      if (!line.ok() && line.error().code == ErrorCode::kNotFound) break;
      if (!line.ok()) return line.error();
      note_renderer(*line);
      const nlohmann::json said = nlohmann::json::parse(*line, nullptr, false);
      if (!said.is_object()) {
        last = *line;
        continue;
      }
      Measured& all = measured[said.at("measure")];
      all.answer_ms.push_back(said.at("answer_ms"));
      const std::vector<double> drawing = said.at("draw_ms");
      all.own_answer_ms.push_back(all.answer_ms.back() - std::accumulate(drawing.begin(), drawing.end(), 0.0));
      for (const double ms : said.at("own_ms")) all.own_ms.push_back(ms);
      for (const double ms : said.at("draw_ms")) all.draw_ms.push_back(ms);
    }
    if (const int code = child->wait(); code != 0) {
      return Error{ErrorCode::kInternal, "bench.studio_ended", "the studio ended with {0}: {1}", {code, last}};
    }
    peak_mb_ = child->peak_mb();
    return measured;
  }

  static std::vector<std::string> with(std::vector<std::string> options, const std::vector<std::string>& more) {
    options.insert(options.end(), more.begin(), more.end());
    return options;
  }

  void note_renderer(const std::string& line) {
    const std::string words = "drawn by ";
    if (line.rfind(words, 0) == 0) result.renderer = line.substr(words.size());
  }

  void add_frames(const std::string& scene, const std::string& action, const Measured& m, double allowed_ms) {
    result.frames.push_back({scene, action, static_cast<int>(m.own_ms.size()), median(m.own_ms), p95(m.own_ms),
                             median(m.draw_ms), p95(m.draw_ms), allowed_ms});
  }
  void add_answers(const std::string& scene, const std::string& action, const Measured& m, double allowed_ms) {
    result.answers.push_back({scene, action, static_cast<int>(m.answer_ms.size()), median(m.answer_ms),
                              p95(m.answer_ms), median(m.own_answer_ms), p95(m.own_answer_ms), allowed_ms});
  }

  const StudioBenchRequest& request_;
  const workflow::Watch& watch_;
  const std::string studio_, folder_;
  const std::vector<std::string> environment_;
  double peak_mb_ = 0;  ///< of the last run
};

Result<std::string> find_studio() {
  std::error_code failed;
  const fs::path here = fs::read_symlink("/proc/self/exe", failed).parent_path();
  const fs::path studio = here / "jaedan-studio";
  if (failed || !fs::exists(studio, failed)) {
    return Error{ErrorCode::kUnavailable, "bench.no_studio",
                 "there is no jaedan-studio beside this program; build it with the GUI on"};
  }
  return studio.string();
}

}  // namespace

Result<StudioBench> bench_studio(const StudioBenchRequest& request, const workflow::Watch& watch) {
  JAEDAN_ASSIGN_OR_RETURN(const std::string studio, find_studio());
  JAEDAN_ASSIGN_OR_RETURN(const workflow::Display display, workflow::Display::find());
  JAEDAN_ASSIGN_OR_RETURN(const ScratchFolder folder, ScratchFolder::make());
  Bench bench(request, watch, studio, folder.path(), display.name());
  JAEDAN_RETURN_IF_ERROR(bench.run());
  return std::move(bench.result);
}

}  // namespace jaedan::bench
