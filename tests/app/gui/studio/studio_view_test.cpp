// How the photo is looked at: brightness, the navigator, tiles of large photos, the filter. The real program in a real
// window.

#include <algorithm>

#include "labeling/io/image_encoder.h"
#include "tests/app/gui/studio/studio_fixture.h"

namespace jaedan::gui::testing {
namespace {

// Of the window of 1280 × 800: within the canvas, beside the navigator and the popup.
constexpr Rect kCanvas{380, 80, 300, 300};

double mean_grey(const Image& image, const Rect& area) {
  double sum = 0;
  for (int y = int(area.y); y < int(area.bottom()); ++y) {
    for (int x = int(area.x); x < int(area.right()); ++x) sum += image.pixel(x, y)[1];
  }
  return sum / (area.width * area.height);
}

class StudioView : public StudioFixture {
 protected:
  /// The window after the script.
  Image seen_after(const std::string& script, const std::string& project = {}) const {
    const std::string picture = project_.file("seen.png");
    const auto result = play(project.empty() ? project_.path() : project,
                             "wait idle\n" + script + "wait idle\nwait 10\nscreenshot " + picture + "\n");
    EXPECT_EQ(result.exit_code, 0) << result.err;
    return read_picture(picture);
  }
};

TEST_F(StudioView, BrightnessChangesWhatIsShownAndCanBePutBack) {
  const double plain = mean_grey(seen_after(""), kCanvas);
  // With Ctrl, a click on a slider lets one type its number.
  const std::string brighter =
      "key I\nwait 5\npress brightness\nwait 3\nkey-down Ctrl\npress brightness\nkey-up Ctrl\n"
      "key Ctrl+A\ntext 60\nkey Enter\nwait 3\n";
  EXPECT_GT(mean_grey(seen_after(brighter + "key Esc\n"), kCanvas), plain + 20);
  EXPECT_NEAR(mean_grey(seen_after(brighter + "press look.reset\nwait 3\nkey Esc\n"), kCanvas), plain, 1);
}

TEST_F(StudioView, RegionsAreFilledOrNot) {
  play_on("key R\nkey 2\nimage-drag 60 70 100 110 140 150\n");
  const Image filled = seen_after("key Esc\n"), outlined = seen_after("key Esc\nkey O\n");
  std::size_t changed = 0;
  for (std::size_t i = 0; i < filled.rgb.size(); ++i) changed += std::abs(filled.rgb[i] - outlined.rgb[i]) > 8;
  EXPECT_GT(changed, 3U * 5000);
}

TEST_F(StudioView, LabelsAreAnsweredByKeysWhereTheyAreInSight) {
  const std::string drawn = "key R\nkey 2\nimage-drag 60 70 100 110 140 150\nkey Esc\nimage-click 100 110\n";
  const Annotation elsewhere = play_on(drawn + "key Down\nwait 3\npress tab.recommend\nwait 3\nkey 1\nwait 3\n");
  ASSERT_EQ(elsewhere.garments.size(), 1U);
  EXPECT_TRUE(elsewhere.garments[0].attributes.empty());
  const Annotation back = play_on(
      "image-click 100 110\nkey Down\nwait 3\npress tab.recommend\nwait 3\npress tab.garments\nwait 3\nkey 1\nwait "
      "3\n");
  ASSERT_EQ(back.garments.size(), 1U);
  EXPECT_FALSE(back.garments[0].attributes.empty());
}

TEST_F(StudioView, TheNavigatorGoesToThePlaceThatIsClickedOn) {
  // Zoomed in, the photo's lower right corner is out of sight until the navigator is clicked there. What is drawn in
  // the middle of the canvas then lies there.
  std::string script = "key Ctrl+0\n";
  for (int i = 0; i < 10; ++i) script += "wheel 600 400 1\n";
  script += "wait 3\nclick 370 750\nwait 3\nkey R\nkey 2\ndrag 590 400 600 410 610 420\n";
  const Annotation annotation = play_on(script);
  ASSERT_EQ(annotation.garments.size(), 1U) << "the click on the navigator drew or selected nothing";
  const Rect box = bounds_of(annotation.garments[0].region);
  EXPECT_GT(box.x, 0.8 * MadeProject::kWidth);
  EXPECT_GT(box.y, 0.8 * MadeProject::kHeight);
}

TEST_F(StudioView, ALargePhotoShowsItsOwnPixelsWhenZoomedIn) {
  constexpr int kSide = 3000;  // more than an overview, more than one tile
  Image lines = Image::of_size(kSide, kSide);
  for (int y = 0; y < kSide; ++y) {
    for (int x = 0; x < kSide; ++x) std::fill_n(lines.pixel(x, y), 3, x % 2 == 0 ? 255 : 0);
  }
  ASSERT_OK(labeling::write_image(project_.file("lines.png"), lines.view()));
  ASSERT_OK_AND_ASSIGN(const workflow::Project project, workflow::Project::create(project_.file("large.jaedan")));
  ASSERT_OK(project.store().add_photos({{{}, "lines", project_.file("lines.png"), kSide, kSide}}));
  const auto extremes = [](const Image& image) {
    int count = 0;
    for (int x = int(kCanvas.x); x < int(kCanvas.right()); ++x) {
      const int grey = image.pixel(x, 240)[1];
      count += grey < 40 || grey > 215;
    }
    return count / kCanvas.width;
  };
  EXPECT_LT(extremes(seen_after("", project.place().folder)), 0.1) << "as a whole it is grey";
  std::string zoom;
  for (int i = 0; i < 15; ++i) zoom += "wheel 520 240 1\n";
  EXPECT_GT(extremes(seen_after(zoom, project.place().folder)), 0.8);
}

TEST_F(StudioView, TheFilterFollowsEveryLetter) {
  // The second photo is the only one left, so the first row opens it.
  const std::string name = project_.open().store().photo(project_.photo(1))->name;
  play_on("press filter.text\ntext " + name + "\nwait idle\npress photo.0\nwait idle\nkey R\nkey 2\n" +
          "image-drag 60 70 100 110 140 150\n");
  EXPECT_TRUE(project_.annotation(0).garments.empty());
  EXPECT_EQ(project_.annotation(1).garments.size(), 1U);
}

}  // namespace
}  // namespace jaedan::gui::testing
