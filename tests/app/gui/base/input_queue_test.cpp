#include "app/gui/base/input_queue.h"

#include <gtest/gtest.h>

namespace jaedan::gui {
namespace {

InputEvent move_to(double x, double y) {
  InputEvent event;
  event.kind = InputEvent::Kind::kMove;
  event.position = {x, y};
  return event;
}

InputEvent button(bool down) {
  InputEvent event;
  event.kind = InputEvent::Kind::kButton;
  event.down = down;
  return event;
}

InputEvent key(int code, bool down) {
  InputEvent event;
  event.kind = InputEvent::Kind::kKey;
  event.code = code;
  event.down = down;
  return event;
}

TEST(InputQueue, APressAndAReleaseOfOneMomentReachTwoFrames) {
  InputQueue queue;
  queue.push(move_to(5, 6));
  queue.push(button(true));
  queue.push(button(false));
  EXPECT_TRUE(queue.next_frame().button_down[0]);
  EXPECT_EQ(queue.frame().mouse, (Point{5, 6}));
  EXPECT_FALSE(queue.next_frame().button_down[0]);
  EXPECT_TRUE(queue.empty());
}

TEST(InputQueue, TheMouseNeverRunsAheadOfAPress) {
  InputQueue queue;
  queue.push(button(true));
  queue.push(move_to(50, 50));
  queue.push(button(false));
  EXPECT_EQ(queue.next_frame().mouse, (Point{0, 0}));
  EXPECT_EQ(queue.next_frame().mouse, (Point{50, 50}));
  EXPECT_FALSE(queue.frame().button_down[0]);
}

TEST(InputQueue, AFrameSeesTheWholeWayOfTheMouse) {
  InputQueue queue;
  for (int i = 1; i <= 4; ++i) queue.push(move_to(i, i));
  ASSERT_EQ(queue.next_frame().mouse_path.size(), 4u);
  EXPECT_EQ(queue.frame().mouse_path[1], (Point{2, 2}));
  EXPECT_TRUE(queue.next_frame().mouse_path.empty());
}

TEST(InputQueue, AKeyPressIsSeenInOneFrameOnly) {
  InputQueue queue;
  queue.push(key('A', true));
  EXPECT_EQ(queue.next_frame().pressed, (Chord{'A', 0}));
  EXPECT_FALSE(queue.next_frame().pressed.has_value());
  EXPECT_TRUE(queue.frame().key_down['A']);
}

TEST(InputQueue, KeysOutsideTheTableAreLeftOut) {
  InputQueue queue;
  queue.push(key(-1, true));
  queue.push(key(100000, true));
  queue.next_frame();
  EXPECT_TRUE(queue.empty());
  EXPECT_FALSE(queue.frame().pressed.has_value());
}

TEST(InputQueue, LosingTheFocusReleasesEverything) {
  InputQueue queue;
  queue.push(key('A', true));
  queue.next_frame();
  InputEvent lost;
  lost.kind = InputEvent::Kind::kFocusLost;
  queue.push(lost);
  EXPECT_FALSE(queue.next_frame().key_down['A']);
}

}  // namespace
}  // namespace jaedan::gui
