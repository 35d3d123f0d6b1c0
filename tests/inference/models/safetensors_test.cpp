#include "inference/models/safetensors.h"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <limits>

#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::inference {
namespace {

TensorFile two_tensors() {
  TensorFile file;
  file.tensors["a"] = {{2, 2}, {1, 2, -3, 0.5}, TensorType::kF32};
  file.tensors["b"] = {{3}, {0.25, 1024, -2}, TensorType::kF16};
  file.metadata["epochs"] = "7";
  return file;
}

std::string bytes_of(const std::string& header, const std::string& data) {
  std::string bytes;
  for (std::size_t i = 0; i < 8; ++i) bytes.push_back(static_cast<char>(header.size() >> (8 * i) & 0xFF));
  return bytes + header + data;
}

std::string one_float(float value) { return {reinterpret_cast<const char*>(&value), 4}; }

TEST(Safetensors, ReadsBackWhatItWrote) {
  ASSERT_OK_AND_ASSIGN(const std::string bytes, serialize_safetensors(two_tensors()));
  ASSERT_OK_AND_ASSIGN(const TensorFile file, parse_safetensors(bytes, "x"));
  EXPECT_EQ(file.tensors, two_tensors().tensors);
  EXPECT_EQ(file.metadata.at("epochs"), "7");
}

// 1 and −2 of the first row are 64 and −127 steps of 2/127.
TensorFile one_kernel() {
  TensorFile file;
  file.tensors["k"] = {{2, 2}, {1, -2, 0, 0}, TensorType::kI8};
  return file;
}

TEST(Safetensors, KernelsOfEightBitsComeBackToTheNearestStep) {
  ASSERT_OK_AND_ASSIGN(const std::string bytes, serialize_safetensors(one_kernel()));
  EXPECT_NE(bytes.find(R"("dtype":"I8")"), std::string::npos);
  EXPECT_NE(bytes.find("k.scale"), std::string::npos);
  ASSERT_OK_AND_ASSIGN(const TensorFile file, parse_safetensors(bytes, "x"));
  ASSERT_EQ(file.tensors.size(), 1U) << "the scales are no tensor of their own";
  const TensorData& kernel = file.tensors.at("k");
  EXPECT_EQ(kernel.stored_as, TensorType::kI8);
  ASSERT_EQ(kernel.values.size(), 4U);
  EXPECT_FLOAT_EQ(kernel.values[0], 64 * (2 / 127.0F));
  EXPECT_FLOAT_EQ(kernel.values[1], -2);
  EXPECT_EQ(kernel.values[2], 0);
  ASSERT_OK_AND_ASSIGN(const std::string again, serialize_safetensors(file));
  EXPECT_EQ(again, bytes) << "what was rounded once is not rounded on";
}

TEST(Safetensors, EightBitsWithoutScalesThatFitAreRefused) {
  const std::string bare = R"({"k":{"dtype":"I8","shape":[2,2],"data_offsets":[0,4]})";
  EXPECT_ERROR(parse_safetensors(bytes_of(bare + "}", "abcd"), "x"), ErrorCode::kUnsupported);
  for (const char* scale :
       {R"("dtype":"F32","shape":[1],"data_offsets":[4,8])", R"("dtype":"F16","shape":[2],"data_offsets":[4,8])"}) {
    SCOPED_TRACE(scale);
    const std::string header = bare + R"(,"k.scale":{)" + scale + "}}";
    EXPECT_ERROR(parse_safetensors(bytes_of(header, "abcd" + one_float(1)), "x"), ErrorCode::kCorrupt);
  }
  const std::string large = R"({"k":{"dtype":"I8","shape":[1],"data_offsets":[0,1]},)"
                            R"("k.scale":{"dtype":"F32","shape":[1],"data_offsets":[1,5]}})";
  EXPECT_OK(parse_safetensors(bytes_of(large, "d" + one_float(1)), "x"));
  EXPECT_ERROR(parse_safetensors(bytes_of(large, "d" + one_float(3e38F)), "x"), ErrorCode::kCorrupt);
}

TEST(Safetensors, EightBitsThatCannotBeWrittenAreRefused) {
  TensorFile file = one_kernel();
  file.tensors["k.scale"] = {{1}, {1}, TensorType::kF32};
  EXPECT_ERROR(serialize_safetensors(file), ErrorCode::kInvalidArgument);
  file.tensors = {{"k", {{}, {1}, TensorType::kI8}}};
  EXPECT_ERROR(serialize_safetensors(file), ErrorCode::kInvalidArgument);
}

TEST(Safetensors, WrittenFileReplacesTheOldOneWhole) {
  const testing::TemporaryFolder folder;
  const std::string path = folder / "m.safetensors";
  ASSERT_OK(write_safetensors(path, two_tensors()));
  TensorFile other;
  other.tensors["c"] = {{}, {4}, TensorType::kF32};
  ASSERT_OK(write_safetensors(path, other));
  ASSERT_OK_AND_ASSIGN(const TensorFile file, read_safetensors(path));
  EXPECT_EQ(file.tensors, other.tensors);
  EXPECT_FALSE(std::ifstream(path + ".part").good());
}

TEST(Safetensors, EveryCutIsCorruptAndNeverCrashes) {
  ASSERT_OK_AND_ASSIGN(const std::string bytes, serialize_safetensors(two_tensors()));
  for (std::size_t length = 0; length < bytes.size(); ++length) {
    EXPECT_ERROR(parse_safetensors(bytes.substr(0, length), "x"), ErrorCode::kCorrupt);
  }
  ASSERT_OK_AND_ASSIGN(const std::string whole_numbers, serialize_safetensors(one_kernel()));
  for (std::size_t length = 0; length < whole_numbers.size(); ++length) {
    EXPECT_ERROR(parse_safetensors(whole_numbers.substr(0, length), "x"), ErrorCode::kCorrupt);
  }
}

TEST(Safetensors, LeftOverBytesAreCorrupt) {
  ASSERT_OK_AND_ASSIGN(const std::string bytes, serialize_safetensors(two_tensors()));
  EXPECT_ERROR(parse_safetensors(bytes + "x", "x"), ErrorCode::kCorrupt);
}

TEST(Safetensors, HeaderOverTheLimitIsCorrupt) {
  std::string bytes(64, ' ');
  bytes[4] = 1;  // 2^32 and more
  EXPECT_ERROR(parse_safetensors(bytes, "x"), ErrorCode::kCorrupt);
}

TEST(Safetensors, RefusesHeadersThatLie) {
  const char* const headers[] = {
      "[]",
      "{\"a\":",
      R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}})",                                 // shape
      R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}})",                                 // backwards
      R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,400]}})",                               // past the end
      R"({"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}})",                                // negative
      R"({"a":{"dtype":"F32","shape":[4294967296,4294967296,4294967296],"data_offsets":[0,4]}})",  // overflow
      R"({"a":{"dtype":"F32","shape":[1.5],"data_offsets":[0,4]}})",                               // fraction
      R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0]}})",                                   // one offset
      R"({"a":{"dtype":"F32","shape":[1]}})",                                                      // no offsets
      R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})",
      R"({"a":{"dtype":"F16","shape":[1],"data_offsets":[2,4]}})",  // gap
      R"({"a":7})",
  };
  for (const char* header : headers) {
    SCOPED_TRACE(header);
    EXPECT_ERROR(parse_safetensors(bytes_of(header, one_float(1)), "x"), ErrorCode::kCorrupt);
  }
}

TEST(Safetensors, OtherNumberTypesAreUnsupported) {
  const std::string header = R"({"a":{"dtype":"I32","shape":[1],"data_offsets":[0,4]}})";
  EXPECT_ERROR(parse_safetensors(bytes_of(header, one_float(1)), "x"), ErrorCode::kUnsupported);
}

TEST(Safetensors, NumbersThatAreNoneAreCorrupt) {
  const std::string header = R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})";
  EXPECT_OK(parse_safetensors(bytes_of(header, one_float(1)), "x"));
  EXPECT_ERROR(parse_safetensors(bytes_of(header, one_float(std::nanf(""))), "x"), ErrorCode::kCorrupt);
  EXPECT_ERROR(parse_safetensors(bytes_of(header, one_float(INFINITY)), "x"), ErrorCode::kCorrupt);
}

TEST(Safetensors, ErrorsNameTheFileAndTheTensor) {
  const auto result =
      parse_safetensors(bytes_of(R"({"w.x":{"dtype":"F32","shape":[9],"data_offsets":[0,4]}})", one_float(1)), "m.st");
  ASSERT_FALSE(result.ok());
  EXPECT_NE(result.error().text().find("m.st"), std::string::npos);
  EXPECT_NE(result.error().text().find("w.x"), std::string::npos);
}

TEST(Safetensors, ShapeThatDoesNotFitIsNotWritten) {
  TensorFile file;
  file.tensors["a"] = {{3}, {1, 2}, TensorType::kF32};
  EXPECT_ERROR(serialize_safetensors(file), ErrorCode::kInvalidArgument);
}

TEST(HalfFloat, EveryFiniteHalfSurvivesTheWayThroughFloat) {
  for (std::uint32_t half = 0; half < 0x10000; ++half) {
    const float value = float_from_half(static_cast<std::uint16_t>(half));
    if (!std::isfinite(value)) continue;
    ASSERT_EQ(half_from_float(value), half) << value;
  }
}

TEST(HalfFloat, RoundsToTheNearestEven) {
  EXPECT_EQ(float_from_half(half_from_float(1.0F + 0x1p-11F)), 1.0F);                     // a tie, down to even
  EXPECT_EQ(float_from_half(half_from_float(1.0F + 3 * 0x1p-11F)), 1.0F + 2 * 0x1p-10F);  // a tie, up to even
  EXPECT_EQ(half_from_float(65519.0F), 0x7BFF);
  EXPECT_EQ(half_from_float(65520.0F), 0x7C00);
  EXPECT_EQ(half_from_float(-1e-9F), 0x8000);
  EXPECT_EQ(half_from_float(0x1p-24F), 0x0001);
}

}  // namespace
}  // namespace jaedan::inference
