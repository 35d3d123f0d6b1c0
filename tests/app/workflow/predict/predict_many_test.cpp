#include "app/workflow/predict/predict_many.h"

#include <gtest/gtest.h>

#include <chrono>
#include <fstream>
#include <mutex>
#include <set>
#include <thread>

#include "labeling/io/image_encoder.h"
#include "tests/app/workflow/predict/left_half.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::workflow {
namespace {

class PredictMany : public ::testing::Test {
 protected:
  void SetUp() override {
    Image red = Image::of_size(32, 32);
    for (std::size_t i = 0; i < red.rgb.size(); i += 3) red.rgb[i] = 200;
    for (int i = 0; i < 8; ++i) {
      const std::string path = folder_ / (std::to_string(i) + ".png");
      if (i == 3) {
        std::ofstream(path) << "broken";
      } else {
        ASSERT_OK(labeling::write_image(path, red.view()));
      }
      photos_.push_back({i, std::to_string(i), path});
    }
  }

  PhotoSource source() {
    return [this]() -> Result<std::optional<PhotoToPredict>> {
      if (at_ == photos_.size()) return std::optional<PhotoToPredict>();
      return std::optional(photos_[at_++]);
    };
  }

  const testing::TemporaryFolder folder_;
  std::vector<PhotoToPredict> photos_;
  std::size_t at_ = 0;
  const ModelOpener open_ = []() -> Result<std::unique_ptr<inference::Prefiller>> {
    return std::unique_ptr<inference::Prefiller>(std::make_unique<LeftHalf>());
  };
};

TEST_F(PredictMany, EveryPhotoReachesTheSinkOnceAndBrokenOnesAreListed) {
  std::mutex mutex;
  std::multiset<std::int64_t> seen;
  const PredictionSink sink = [&](const PhotoToPredict& photo, const Image& image, const Prediction&) -> Status {
    const std::lock_guard<std::mutex> lock(mutex);
    EXPECT_EQ(image.width, 32);
    seen.insert(photo.key);
    return {};
  };
  ASSERT_OK_AND_ASSIGN(const BatchReport report, predict_many(open_, source(), 8, sink, 3, {}));
  EXPECT_EQ(report.done, 7);
  ASSERT_EQ(report.failed.size(), 1u);
  EXPECT_EQ(report.failed[0].item, photos_[3].path);
  EXPECT_EQ(seen, (std::multiset<std::int64_t>{0, 1, 2, 4, 5, 6, 7}));
}

TEST_F(PredictMany, ColoursComeFromThePixelsOfTheRegion) {
  const PredictionSink sink = [](const PhotoToPredict&, const Image&, const Prediction& prediction) -> Status {
    const AttributeValue* colour =
        find_value(prediction.readings.front().garments.front().attributes, attribute::kColour);
    if (!colour) return Error{ErrorCode::kInternal, "test.no_colour", "no colour"};
    EXPECT_TRUE(colour->value == "red" || colour->value == "wine") << colour->value;
    EXPECT_EQ(colour->provenance.source, Source::kModel);
    return {};
  };
  ASSERT_OK_AND_ASSIGN(const BatchReport report, predict_many(open_, source(), 8, sink, 1, {}));
  EXPECT_EQ(report.done, 7);
}

TEST_F(PredictMany, ASinkThatFailsListsThePhotoAndTheRestGoesOn) {
  const PredictionSink sink = [](const PhotoToPredict& photo, const Image&, const Prediction&) -> Status {
    if (photo.key == 5) return Error{ErrorCode::kIo, "test.disk_full", "disk full"};
    return {};
  };
  ASSERT_OK_AND_ASSIGN(const BatchReport report, predict_many(open_, source(), 8, sink, 2, {}));
  EXPECT_EQ(report.done, 6);
  EXPECT_EQ(report.failed.size(), 2u);
}

TEST_F(PredictMany, CancelStopsAfterThePhotosAtHand) {
  CancelFlag cancel;
  Watch watch;
  watch.cancel = &cancel;
  const PredictionSink sink = [&cancel](const PhotoToPredict&, const Image&, const Prediction&) -> Status {
    cancel.cancel();
    return {};
  };
  ASSERT_OK_AND_ASSIGN(const BatchReport report, predict_many(open_, source(), 8, sink, 1, watch));
  EXPECT_TRUE(report.cancelled);
  EXPECT_EQ(report.done, 1);
}

/// Takes its time, as a model does.
class SlowLeftHalf final : public LeftHalf {
 public:
  Result<Prediction> prefill(const ImageView& image) override {
    std::this_thread::sleep_for(std::chrono::milliseconds(40));
    return LeftHalf::prefill(image);
  }
};

TEST_F(PredictMany, TheReportSaysWhereTheTimeOfTheWorkersWent) {
  const ModelOpener open = []() -> Result<std::unique_ptr<inference::Prefiller>> {
    return std::unique_ptr<inference::Prefiller>(std::make_unique<SlowLeftHalf>());
  };
  const PredictionSink sink = [](const PhotoToPredict& photo, const Image&, const Prediction&) -> Status {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    return photo.key == 5 ? Status{Error{ErrorCode::kIo, "test.disk_full", "disk full"}} : Status{};
  };
  ASSERT_OK_AND_ASSIGN(const BatchReport report, predict_many(open, source(), 8, sink, 2, {}));
  ASSERT_TRUE(report.worker_time);
  const WorkerTime& time = *report.worker_time;
  EXPECT_EQ(time.workers, 2);
  // Seven photos can be decoded; sleeping is never shorter than asked for.
  EXPECT_GE(time.predict_s, 7 * 0.040);
  EXPECT_GE(time.write_s, 7 * 0.020);  // of the one that failed, too
  EXPECT_GT(time.decode_s, 0);
  EXPECT_GT(time.colours_s, 0);
  EXPECT_GE(time.elapsed_s, 7 * 0.060 / 2);
  EXPECT_LE(time.opening_s + time.decode_s + time.predict_s + time.colours_s + time.write_s, 2 * time.elapsed_s);
}

TEST_F(PredictMany, AWorkerThatHasNothingToDoWaits) {
  photos_.resize(1);
  const ModelOpener open = []() -> Result<std::unique_ptr<inference::Prefiller>> {
    return std::unique_ptr<inference::Prefiller>(std::make_unique<SlowLeftHalf>());
  };
  const PredictionSink sink = [](const PhotoToPredict&, const Image&, const Prediction&) { return Status{}; };
  ASSERT_OK_AND_ASSIGN(const BatchReport report, predict_many(open, source(), 1, sink, 4, {}));
  ASSERT_TRUE(report.worker_time);
  EXPECT_GE(report.worker_time->waiting_s(), 3 * 0.035);
}

TEST_F(PredictMany, WithoutAModelNothingIsDone) {
  const ModelOpener none = []() -> Result<std::unique_ptr<inference::Prefiller>> {
    return Error{ErrorCode::kUnavailable, "test.no_torch", "no LibTorch"};
  };
  const PredictionSink sink = [](const PhotoToPredict&, const Image&, const Prediction&) { return Status{}; };
  EXPECT_ERROR(predict_many(none, source(), 8, sink, 2, {}), ErrorCode::kUnavailable);
}

}  // namespace
}  // namespace jaedan::workflow
