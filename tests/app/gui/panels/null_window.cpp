#include "tests/app/gui/panels/null_window.h"

#include <GLFW/glfw3.h>
#include <gtest/gtest.h>
#include <imgui.h>

#include <stdexcept>

#include "app/gui/shell/actions/action_table.h"

namespace jaedan::gui::testing {
namespace {

constexpr int kFrames = 4;  // a popup needs two to open and one to find its size
constexpr float kFrame_s = 1.0F / 60;

/// Fonts of one size take some tenths of a second: they are made once, and outlive every context.
struct Atlas {
  ImFontAtlas atlas;
  Fonts fonts;
};

Atlas& atlas_of(float scale) {
  static std::map<float, std::unique_ptr<Atlas>> made;
  std::unique_ptr<Atlas>& one = made[scale];
  if (!one) one = std::make_unique<Atlas>();
  return *one;
}

ImGuiContext* new_context(float scale) {
  Atlas& shared = atlas_of(scale);
  ImGuiContext* context = ImGui::CreateContext(&shared.atlas);
  ImGui::SetCurrentContext(context);
  if (shared.fonts.body) return context;
  std::vector<std::string> texts;
  for (const char* text : all_texts()) texts.emplace_back(text);
  Result<Fonts> fonts = load_fonts(scale, texts, Syllables::kAll);
  if (!fonts.ok()) throw std::runtime_error(fonts.error().text());
  shared.fonts = *fonts;
  return context;
}

InputEvent move_to(Point at) {
  InputEvent event;
  event.kind = InputEvent::Kind::kMove;
  event.position = at;
  return event;
}

InputEvent button(bool down, int code = 0) {
  InputEvent event;
  event.kind = InputEvent::Kind::kButton;
  event.code = code;
  event.down = down;
  return event;
}

InputEvent key_event(int key, int modifiers, bool down) {
  InputEvent event;
  event.kind = InputEvent::Kind::kKey;
  event.code = key;
  event.modifiers = modifiers;
  event.down = down;
  return event;
}

}  // namespace

std::vector<Looks> all_looks() {
  std::vector<Looks> all;
  for (const Language language : {Language::kKorean, Language::kEnglish}) {
    for (const ThemeKind theme : {ThemeKind::kDark, ThemeKind::kLight}) {
      all.push_back({language, theme, 1, 1000, 640});
      all.push_back({language, theme, 1, 2560, 1440});
      // With the largest letters the toolbar needs 1,944 pixels; narrower, its last buttons lie outside.
      all.push_back({language, theme, 2, 2000, 1200});
      all.push_back({language, theme, 2, 2560, 1440});
    }
  }
  return all;
}

std::string name_of(const Looks& looks) {
  return std::string(looks.language == Language::kKorean ? "ko" : "en") +
         (looks.theme == ThemeKind::kDark ? " dark " : " light ") + std::to_string(static_cast<int>(looks.font_scale)) +
         "x " + std::to_string(looks.width) + "x" + std::to_string(looks.height);
}

NullWindow::NullWindow(const Looks& looks, const Settings& given)
    : settings(given),
      text(looks.language),
      looks_(looks),
      context_(new_context(looks.font_scale)),
      theme_(make_theme(looks.theme)),
      fonts_(atlas_of(looks.font_scale).fonts),
      all_actions_(action_infos()),
      keys_(all_actions_.all(), given.keys, changes_of(given)) {
  set_usable(true);
  settings.language = looks.language;
  settings.theme = looks.theme;
  settings.font_scale = looks.font_scale;
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.DisplaySize = {static_cast<float>(looks.width), static_cast<float>(looks.height)};
  io.DeltaTime = kFrame_s;
  name_keys(io);
  apply_style(theme_, looks.font_scale);
  input_.push(move_to({-100, -100}));
}

void NullWindow::set_usable(bool usable) {
  for (std::size_t i = 0; i < all_actions_.all().size(); ++i) all_actions_.set_usable(i, usable);
}

NullWindow::~NullWindow() { ImGui::DestroyContext(context_); }

void NullWindow::frame(const Content& content) {
  const FrameInput& input = input_.next_frame();
  give_input(input, ImGui::GetIO());
  now_s_ += kFrame_s;
  ImGui::NewFrame();
  items_.start_frame();
  content({text, theme_, fonts_, settings, all_actions_, keys_, input, actor.name, actor, fonts_.scale, now_s_, items_,
           ask_});
  ImGui::Render();
  drawn_ = ImGui::GetDrawData()->TotalVtxCount;
  for (Request& action : ask_.take()) asked_.push_back(std::move(action));
}

void NullWindow::draw(const Content& content) {
  while (!input_.empty()) frame(content);
  for (int i = 0; i < kFrames; ++i) frame(content);
}

void NullWindow::draw_panel(const Rect& place, const Content& content) {
  draw([&](const Ui& ui) {
    ImGui::SetNextWindowPos({static_cast<float>(place.x), static_cast<float>(place.y)});
    ImGui::SetNextWindowSize({static_cast<float>(place.width), static_cast<float>(place.height)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(12), ui.px(place.height < ui.px(60) ? 0 : 10)));
    ImGui::Begin("panel", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoNav);
    ImGui::PopStyleVar();
    content(ui);
    ImGui::End();
  });
}

void NullWindow::press(const std::string& item) {
  const std::optional<DrawnItem> found = items_.find(item);
  ASSERT_TRUE(found) << "no item " << item << " is drawn";
  ASSERT_TRUE(found->in_sight) << "no hand could press " << item << ": it is cut off or outside the window";
  const Rect& at = found->rect;
  input_.push(move_to({at.x + at.width / 2, at.y + at.height / 2}));
  input_.push(button(true));
  input_.push(button(false));
}

void NullWindow::hover(const std::string& item) {
  const std::optional<DrawnItem> found = items_.find(item);
  ASSERT_TRUE(found && found->in_sight) << "no item " << item << " is in sight";
  input_.push(move_to({found->rect.x + found->rect.width / 2, found->rect.y + found->rect.height / 2}));
}

void NullWindow::press_right(const std::string& item) {
  hover(item);
  input_.push(button(true, 1));
  input_.push(button(false, 1));
}

void NullWindow::drag(const std::vector<Point>& path) {
  ASSERT_FALSE(path.empty());
  input_.push(move_to(path.front()));
  input_.push(button(true));
  for (const Point& place : path) input_.push(move_to(place));
  input_.push(button(false));
}

void NullWindow::turn_wheel(const std::string& item, double steps) {
  hover(item);
  InputEvent event;
  event.kind = InputEvent::Kind::kWheel;
  event.wheel = steps;
  input_.push(event);
}

void NullWindow::key(int key, int modifiers) {
  input_.push(key_event(key, modifiers, true));
  input_.push(key_event(key, modifiers, false));
}

void NullWindow::type(const std::string& ascii) {
  for (const char c : ascii) {
    InputEvent event;
    event.kind = InputEvent::Kind::kCharacter;
    event.codepoint = static_cast<unsigned char>(c);
    input_.push(event);
  }
}

void NullWindow::hold(int key, bool down) { input_.push(key_event(key, 0, down)); }

std::string NullWindow::command() const {
  const RunCommand* run = asked<RunCommand>();
  return run ? std::string(run->command->name()) : std::string();
}

Rect whole(const NullWindow& window) {
  return {0, 0, static_cast<double>(window.looks().width), static_cast<double>(window.looks().height)};
}

Rect top_bar(const NullWindow& window) { return {0, 0, whole(window).width, 46.0 * window.looks().font_scale}; }

Rect bottom_bar(const NullWindow& window) {
  const double height = 30.0 * window.looks().font_scale;
  return {0, whole(window).height - height, whole(window).width, height};
}

Rect left_side(const NullWindow& window) {
  const double top = top_bar(window).height;
  return {0, top, 250.0 * window.looks().font_scale, bottom_bar(window).y - top};
}

Rect right_side(const NullWindow& window) {
  const double top = top_bar(window).height, width = 330.0 * window.looks().font_scale;
  return {whole(window).width - width, top, width, bottom_bar(window).y - top};
}

void expect_items_inside(const NullWindow& window, const Rect& place, bool scrolls, const std::string& what) {
  constexpr double kRounding_px = 1.5;
  for (const auto& [name, item] : window.items().all()) {
    const Rect& rect = item.rect;
    EXPECT_GE(rect.x, place.x - kRounding_px) << name << ", " << what;
    EXPECT_LE(rect.right(), place.right() + kRounding_px) << name << ", " << what;
    if (scrolls) continue;
    EXPECT_GE(rect.y, place.y - kRounding_px) << name << ", " << what;
    EXPECT_LE(rect.bottom(), place.bottom() + kRounding_px) << name << ", " << what;
  }
}

void draw_in_all_looks(const std::function<Rect(const NullWindow&)>& place, bool scrolls,
                       const std::function<NullWindow::Content()>& make,
                       const std::function<void(const NullWindow&)>& check) {
  for (const Looks& looks : all_looks()) {
    SCOPED_TRACE(name_of(looks));
    NullWindow window(looks);
    const NullWindow::Content content = make();
    window.draw_panel(place(window), content);
    EXPECT_GT(window.drawn(), 0);
    expect_items_inside(window, place(window), scrolls, name_of(looks));
    if (check) check(window);
  }
}

}  // namespace jaedan::gui::testing
