#include "app/workflow/jobs/in_order.h"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

namespace jaedan::workflow {
namespace {

TEST(InOrder, WorkRunsInTheOrderOfItsPlaces) {
  InOrder order;
  std::vector<int> ran;
  const auto note = [&](int place) { return [&ran, place] { ran.push_back(place); }; };
  order.put(2, note(2));
  order.put(1, note(1));
  EXPECT_TRUE(ran.empty()) << "place 0 has not come yet";
  order.put(0, note(0));
  EXPECT_EQ(ran, (std::vector<int>{0, 1, 2}));
}

TEST(InOrder, ASkippedPlaceHoldsNobodyUp) {
  InOrder order;
  int ran = 0;
  order.put(1, [&] { ++ran; });
  order.skip(0);
  EXPECT_EQ(ran, 1);
  order.skip(1);
  order.put(2, [&] { ++ran; });
  EXPECT_EQ(ran, 2) << "a second word on a place changes nothing";
}

TEST(InOrder, FinishRunsWhatWaitsForPlacesThatNeverCame) {
  InOrder order;
  std::vector<int> ran;
  order.put(5, [&] { ran.push_back(5); });
  order.put(3, [&] { ran.push_back(3); });
  order.finish();
  EXPECT_EQ(ran, (std::vector<int>{3, 5}));
}

TEST(InOrder, ThreadsMayBringTheirWorkAtAnyTime) {
  constexpr int kThreads = 4;
  constexpr int kPlaces = 1000;
  InOrder order;
  std::vector<int> ran;
  std::vector<std::thread> threads;
  for (int t = 0; t < kThreads; ++t) {
    threads.emplace_back([&, t] {
      for (int place = t; place < kPlaces; place += kThreads) order.put(place, [&ran, place] { ran.push_back(place); });
    });
  }
  for (std::thread& thread : threads) thread.join();
  ASSERT_EQ(ran.size(), static_cast<std::size_t>(kPlaces));
  for (int place = 0; place < kPlaces; ++place) EXPECT_EQ(ran[static_cast<std::size_t>(place)], place);
}

}  // namespace
}  // namespace jaedan::workflow
