// Whatever hands and keys do: what is shown is what is saved, every region is one, and undo leads back to the start.
// $JAEDAN_GESTURES: how many, 150 when unset; $JAEDAN_SEED: other ones.

#include <algorithm>
#include <cstdlib>
#include <random>

#include "labeling/tools/draw_tool.h"
#include "tests/app/gui/studio/studio_fixture.h"

namespace jaedan::gui::testing {
namespace {

int number_from(const char* name, int otherwise) {
  const char* text = std::getenv(name);
  return text != nullptr ? std::atoi(text) : otherwise;
}

class Hands {
 public:
  explicit Hands(unsigned seed) : random_(seed) {}

  std::string gesture() {
    switch (below(8)) {
      case 0: return "image-click " + place() + "\n";
      case 1: return "image-drag " + place() + " " + place() + " " + place() + "\n";
      case 2: return "image-double-click " + place() + "\n";
      case 3: return key({"P", "R", "Shift+P", "B", "E", "K", "C", "1", "2", "3", "4", "=", "-", "N", "V"});
      case 4: return key({"Enter", "Esc", "Backspace", "Del", "Tab", "Shift+Tab", "Down", "Up", "D\nkey A"});
      case 5: return key({"Ctrl+Z", "Ctrl+Z", "Ctrl+Y", "Ctrl+Shift+Z", "Ctrl+C", "Ctrl+V", "Ctrl+D", "Ctrl+S"});
      case 6: return key({"J", "Shift+J", "T", "Shift+T", "H", "L", "Y", "F", "Ctrl+0", "[", "]"});
      default: return held();
    }
  }

 private:
  int below(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }
  /// Also a little beside the photo.
  std::string place() { return std::to_string(below(216) - 8) + " " + std::to_string(below(316) - 8); }
  std::string key(const std::vector<const char*>& keys) {
    return std::string("key ") + keys[static_cast<std::size_t>(below(static_cast<int>(keys.size())))] + "\n";
  }
  std::string held() {
    const char* modifier = below(2) == 0 ? "Ctrl" : below(2) == 0 ? "Shift" : "Alt";
    return std::string("key-down ") + modifier + "\nimage-click " + place() + "\nkey-up " + modifier + "\n";
  }
  std::mt19937 random_;
};

/// The window at rest: nothing in hand, nothing selected, the whole photo seen.
const std::string kAtRest = "key Esc\nkey Esc\nkey Esc\nkey Esc\nkey V\nkey Esc\nkey F\nmove 2 2\nwait idle\nwait 3\n";

double differing_share(const Image& a, const Image& b) {
  EXPECT_EQ(a.rgb.size(), b.rgb.size());
  std::size_t differing = 0;
  for (std::size_t i = 0; i < std::min(a.rgb.size(), b.rgb.size()); ++i) {
    if (std::abs(int(a.rgb[i]) - int(b.rgb[i])) > 12) ++differing;
  }
  return static_cast<double>(differing) / static_cast<double>(a.rgb.size());
}

/// Of the canvas and the garments; the status line tells what was said last.
Image without_edges(const Image& picture) {
  const int top = 50, bottom = picture.height - 32, left = 252;
  Image part = Image::of_size(picture.width - left, bottom - top);
  for (int y = 0; y < part.height; ++y) {
    std::copy_n(picture.pixel(left, top + y), std::size_t(part.width) * 3, part.pixel(0, y));
  }
  return part;
}

class StudioGestures : public StudioFixture {};

TEST_F(StudioGestures, ShownIsSavedAndUndoLeadsBack) {
  const int count = number_from("JAEDAN_GESTURES", 150);
  const auto seed = static_cast<unsigned>(number_from("JAEDAN_SEED", 20261122));
  SCOPED_TRACE("seed " + std::to_string(seed));
  Hands hands(seed);
  std::string script;
  for (int i = 0; i < count; ++i) script += hands.gesture();
  const std::string shown = project_.file("shown.png"), saved = project_.file("saved.png");
  const Annotation after = play_on(script + kAtRest + "screenshot " + shown + "\n");
  for (const Garment& garment : after.garments) {
    EXPECT_FALSE(garment.region.empty());
    const Rect around = bounds_of(garment.region);
    EXPECT_GE(std::min(around.x, around.y), 0);
    EXPECT_LE(around.right(), MadeProject::kWidth);
    EXPECT_LE(around.bottom(), MadeProject::kHeight);
    for (const Ring& ring : garment.region.rings) EXPECT_EQ(reason_against_outline(ring), "");
  }
  play_on(kAtRest + "screenshot " + saved + "\n");
  EXPECT_LT(differing_share(without_edges(read_picture(shown)), without_edges(read_picture(saved))), 0.002);
  std::string undo;
  for (int i = 0; i < count; ++i) undo += "key Ctrl+Z\n";
  const Annotation back = play_on(undo);
  EXPECT_EQ(back.garments, std::vector<Garment>());
  EXPECT_EQ(back.state, WorkflowState::kNew);
}

}  // namespace
}  // namespace jaedan::gui::testing
