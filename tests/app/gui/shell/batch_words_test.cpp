#include <gtest/gtest.h>

#include "app/gui/shell/actions/job_reports.h"

namespace jaedan::gui {
namespace {

TEST(BatchWords, SayOnlyWhatThereIs) {
  const Strings english(Language::kEnglish), korean(Language::kKorean);
  workflow::BatchReport batch;
  batch.skipped = 30;
  EXPECT_EQ(batch_words(batch, "Import", english), "Import: nothing new, 30 known already");
  EXPECT_EQ(batch_words(batch, "가져오기", korean), "가져오기: 새로 할 것 없음, 이미 있는 것 30");
  batch.done = 2;
  EXPECT_EQ(batch_words(batch, "Import", english), "Import: 2 done, 30 skipped");
  batch.failed.push_back({"a", "b"});
  EXPECT_EQ(batch_words(batch, "Import", english), "Import: 2 done, 30 skipped, 1 failed");
  batch.done = batch.skipped = 0;
  EXPECT_EQ(batch_words(batch, "Import", english), "Import: 0 done, 1 failed");
}

TEST(BatchWords, SayHowManyPhotosWereNewAsTheCommandLineDoes) {
  const Strings english(Language::kEnglish), korean(Language::kKorean);
  workflow::BatchReport batch;
  batch.done = 40;
  batch.new_photos = 30;
  batch.skipped = 2;
  EXPECT_EQ(batch_words(batch, "Import", english), "Import: 40 done (30 new photos), 2 skipped");
  EXPECT_EQ(batch_words(batch, "가져오기", korean), "가져오기: 완료 40 (새 사진 30장), 건너뜀 2");
  batch.new_photos = 1;
  batch.skipped = 0;
  EXPECT_EQ(batch_words(batch, "Import", english), "Import: 40 done (1 new photo)");
  batch.new_photos = 0;
  EXPECT_EQ(batch_words(batch, "Import", english), "Import: 40 done (0 new photos)");
}

}  // namespace
}  // namespace jaedan::gui
