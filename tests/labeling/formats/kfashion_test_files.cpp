#include "tests/labeling/formats/kfashion_test_files.h"

#include <stdexcept>

#include "labeling/formats/taxonomy_json.h"
#include "tests/support/test_paths.h"

namespace jaedan::labeling::testing {
namespace {

std::string section(const std::string& given, const std::string& first) {
  std::string text = first;
  for (const std::string part : {"아우터", "하의", "원피스", "상의"}) {
    const std::string key = "\"" + part + "\":";
    std::string value = "[{}]";
    if (const auto at = given.find(key); at != std::string::npos) {
      const auto end = given.find("]|", at);
      value = given.substr(at + key.size(), end == std::string::npos ? std::string::npos : end + 1 - at - key.size());
    }
    text += (text.empty() ? "" : ",") + key + value;
  }
  return "{" + text + "}";
}

}  // namespace

const Taxonomy& kfashion_taxonomy() {
  static const Taxonomy kTaxonomy =
      load_taxonomy({jaedan::testing::source_dir() + "/assets/taxonomy/kfashion.json"}).value();
  return kTaxonomy;
}

std::string label_file(const std::string& rects, const std::string& polygons, const std::string& labels) {
  const std::string style_key = "\"스타일\":[";
  std::string style = "\"스타일\":[{}]";
  if (labels.substr(0, style_key.size()) == style_key) style = labels.substr(0, labels.find("]|") + 1);
  return R"({"이미지 정보":{"이미지 식별자":7,"이미지 높이":400,"이미지 파일명":"a.jpg","이미지 너비":300},)"
         R"("데이터셋 정보":{"파일 생성일자":"2020-08-10 08:33:18","데이터셋 상세설명":{"렉트좌표":)" +
         section(rects, "") + ",\"폴리곤좌표\":" + section(polygons, "") + ",\"라벨링\":" + section(labels, style) +
         R"(},"파일 번호":7,"파일 이름":"a.jpg"}})";
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  if (at == std::string::npos) throw std::invalid_argument("no " + from);
  return text.replace(at, from.size(), to);
}

KFashionFile read(const std::string& bytes) {
  Result<KFashionFile> file = read_kfashion(bytes, kfashion_taxonomy());
  if (!file.ok()) throw std::runtime_error(file.error().text());
  return std::move(file).value();
}

std::string write(const KFashionFile& file) {
  Result<KFashionText> text = write_kfashion(file, kfashion_taxonomy());
  if (!text.ok()) throw std::runtime_error(text.error().text());
  return text->bytes;
}

bool has_warning(const std::vector<Warning>& warnings, const std::string& code) {
  for (const Warning& warning : warnings) {
    if (warning.code == code) return true;
  }
  return false;
}

Garment& garment_of(KFashionFile& file, Part part) {
  for (Garment& garment : file.annotation.garments) {
    if (garment.part == part) return garment;
  }
  throw std::runtime_error("no such garment");
}

}  // namespace jaedan::labeling::testing
