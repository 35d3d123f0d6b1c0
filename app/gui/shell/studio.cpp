#include "app/gui/shell/studio.h"

#include <chrono>
#include <cstdio>
#include <memory>
#include <thread>
#include <utility>

#include "app/gui/shell/app.h"
#include "app/gui/shell/end_signals.h"
#include "app/gui/shell/options.h"
#include "app/gui/shell/script.h"
#include "app/workflow/project/open_target.h"
#include "labeling/base/file_system.h"
#include "labeling/io/image_encoder.h"

namespace jaedan::gui {
namespace {

constexpr int kScriptFailed = 1;
constexpr int kWrongUsage = 2;
constexpr int kCannotWork = 3;
constexpr int kSettleFrames = 2;  // what one frame shows may change the layout of the next
constexpr std::uint64_t kMostScriptBytes = 1 << 20;

class Clock {
 public:
  double now_s() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count(); }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

int fail(const Error& error, int code) {
  std::fprintf(stderr, "jaedan-studio: %s\n", error.text().c_str());
  return code;
}

Settings settings_for(const Options& options) {
  Settings settings;
  if (!options.scripted()) {
    Result<Settings> loaded = load_settings(settings_path());
    if (loaded.ok()) {
      settings = std::move(loaded).value();
    } else {
      std::fprintf(stderr, "jaedan-studio: %s\n", loaded.error().text().c_str());
    }
  }
  if (options.scripted()) {
    settings.first_start = options.first_start;
    settings.prefill_ahead = options.prefill_ahead;
  }
  if (options.language) settings.language = *options.language;
  if (options.theme) settings.theme = *options.theme;
  return settings;
}

/// Draws when something happened, sleeps otherwise.
class Loop {
 public:
  Loop(App& app, Window& window, const Clock& clock, EndSignals* signals, bool print_timing)
      : app_(app), window_(window), clock_(clock), signals_(signals), print_timing_(print_timing) {}

  void run() {
    int frames_left = kSettleFrames;
    bool closing = false;
    while (true) {
      const bool came = app_.update(clock_.now_s());
      if (came || window_.take_refresh() || !window_.input().empty()) frames_left = kSettleFrames;
      const double due_s = last_frame_s_ + app_.next_frame_due_s(clock_.now_s()) - clock_.now_s();
      if (frames_left == 0 && due_s <= 0) frames_left = 1;
      if (frames_left > 0) {
        frame();
        --frames_left;
        window_.poll_events();
      } else {
        window_.wait_events(std::max(due_s, 0.001));
      }
      const bool told = signals_ && signals_->take();
      const bool asked = told || window_.close_requested();
      closing = closing || asked;
      if (closing && app_.may_close(clock_.now_s(), asked)) return;
      if (asked) window_.refuse_close();
    }
  }

  /// Plays `script`; the first error ends it.
  Status play(Script script) {
    while (!script.finished() || !window_.input().empty()) {
      window_.poll_events();
      JAEDAN_RETURN_IF_ERROR(script.advance(app_, window_.input(), meter_));
      const std::string picture = script.take_screenshot_file();
      const double begin_s = clock_.now_s();
      meter_.before_frame(!window_.input().empty(), begin_s);
      app_.update(begin_s);
      app_.draw_frame(begin_s);
      const double own_s = clock_.now_s() - begin_s - window_.render_s();
      if (!picture.empty()) JAEDAN_RETURN_IF_ERROR(labeling::write_image(picture, window_.read_pixels().view()));
      present();
      meter_.after_frame({own_s, last_frame_s_ - begin_s - own_s},
                         {app_.shown_photo(), app_.idle(), !window_.input().empty()}, last_frame_s_);
      // Without vertical sync an idle wait would take the cores that the work needs.
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return {};
  }

 private:
  void frame() {
    app_.draw_frame(clock_.now_s());
    present();
  }

  void present() {
    window_.present();
    last_frame_s_ = clock_.now_s();
    if (!std::exchange(window_told_, true)) tell("window painted", last_frame_s_);
    if (app_.photo_painted() && !std::exchange(photo_told_, true)) tell("first photo painted", last_frame_s_);
  }

  void tell(const char* what, double after_s) const {
    if (print_timing_) std::fprintf(stderr, "%s after %.2f s\n", what, after_s);
  }

  App& app_;
  Window& window_;
  const Clock& clock_;
  EndSignals* signals_;  // null for scripts
  bool print_timing_;
  double last_frame_s_ = 0;
  bool window_told_ = false;
  bool photo_told_ = false;
  FrameMeter meter_;
};

Result<Script> script_for(const Options& options) {
  if (options.script.empty()) return Script::screenshot(options.screenshot, options.frames);
  JAEDAN_ASSIGN_OR_RETURN(const std::string text, disk().read(options.script, kMostScriptBytes));
  return Script::parse(text);
}

int run(const Options& options) {
  const Clock clock;
  std::optional<EndSignals> signals;
  if (!options.scripted()) signals.emplace([] { Window::wake(); });
  std::optional<Script> script;
  if (options.scripted()) {
    Result<Script> parsed = script_for(options);
    if (!parsed.ok()) return fail(parsed.error(), kWrongUsage);
    script = std::move(parsed).value();
  }
  Result<std::shared_ptr<const Taxonomy>> taxonomy = workflow::load_project_taxonomy();
  if (!taxonomy.ok()) return fail(taxonomy.error(), kCannotWork);
  Settings settings = settings_for(options);
  WindowOptions window_options;
  window_options.width = options.width.value_or(settings.window_width);
  window_options.height = options.height.value_or(settings.window_height);
  window_options.fit_screen = !options.scripted() && !options.width;
  window_options.ignore_person = options.scripted();

  App app(std::move(settings), options.scripted() ? "" : settings_path(), *taxonomy, workflow::default_user());
  if (!options.project.empty()) {
    // A typing mistake is told where it was typed; a window would only hide it.
    const auto target = workflow::open_target(options.project);
    if (!target.ok()) return fail(target.error(), kCannotWork);
    for (const Message& sentence : target->news) std::fprintf(stderr, "jaedan-studio: %s\n", sentence.text().c_str());
    app.open_project(target->project);
    if (!target->images.empty()) app.import_folder({target->images, "images"});
  }
  Result<std::unique_ptr<Window>> window = Window::create(window_options);
  if (!window.ok()) return fail(window.error(), kCannotWork);
  if (const Status ready = app.attach(**window); !ready) return fail(ready.error(), kCannotWork);

  if (options.print_timing) std::fprintf(stderr, "drawn by %s\n", (*window)->renderer().c_str());
  Loop loop(app, **window, clock, signals ? &*signals : nullptr, options.print_timing);
  if (script) {
    const Status played = loop.play(std::move(*script));
    app.detach();
    return played ? 0 : fail(played.error(), kScriptFailed);
  }
  loop.run();
  if (!options.width) {
    app.settings().window_width = (*window)->width();
    app.settings().window_height = (*window)->height();
  }
  app.detach();
  return 0;
}

}  // namespace

int run_studio(int argc, const char* const* argv) {
  const ParsedOptions parsed = parse_options(argc, argv);
  if (parsed.options) return run(*parsed.options);
  std::fputs(parsed.text.c_str(), parsed.exit_code == 0 ? stdout : stderr);
  return parsed.exit_code;
}

}  // namespace jaedan::gui
