#include "app/workflow/figures/report_words.h"

#include <cmath>
#include <cstdio>

#include "app/report/html_text.h"
#include "labeling/domain/taxonomy.h"

namespace jaedan::workflow {

using report::Words;

Words words_of(Stage stage) {
  switch (stage) {
    case Stage::kDrawn: return {"drawing", "영역 그리기"};
    case Stage::kBasic: return {"basic labels", "일반 라벨링"};
    case Stage::kExpert: return {"expert labels", "전문 라벨링"};
    case Stage::kInspect: return {"inspection", "검수"};
  }
  return {};
}

Words words_of(Part part) { return {std::string(id_of(part)), std::string(korean_name_of(part))}; }

Words words_of(std::optional<Part> part) { return part ? words_of(*part) : Words("whole photo", "사진 전체"); }

Words words_of(ReturnReason reason) {
  switch (reason) {
    case ReturnReason::kOutline: return {"outline", "영역"};
    case ReturnReason::kMissingGarment: return {"garment missing", "의류 누락"};
    case ReturnReason::kWrongPart: return {"wrong part", "부위 오류"};
    case ReturnReason::kWrongLabel: return {"wrong label", "라벨 오류"};
    case ReturnReason::kPhotoUnusable: return {"photo unusable", "쓸 수 없는 사진"};
    case ReturnReason::kOther: return {"other", "기타"};
  }
  return {};
}

Words words_of(LateKind kind) {
  switch (kind) {
    case LateKind::kDeadline: return {"not ready by the deadline", "기한 안에 끝나지 않음"};
    case LateKind::kBehind: return {"past the person's deadline", "개인 기한이 지난 작업"};
    case LateKind::kExpired: return {"claims not done in time", "시간 안에 하지 못한 작업"};
    case LateKind::kOverdue: return {"claims in hand, time over", "시간이 지난 채 맡고 있는 작업"};
    case LateKind::kQuota: return {"quota of today used up", "오늘 할당량을 다 씀"};
  }
  return {};
}

Words attribute_words(const std::string& attribute, const Taxonomy& taxonomy) {
  if (attribute == kOutlineWord) return {"outline", "영역"};
  const TaxonomyAttribute* const known = taxonomy.attribute(attribute);
  return known ? Words(known->english, known->korean) : Words(attribute);
}

Words value_words(const std::string& attribute, const std::string& value, const Taxonomy& taxonomy) {
  return {taxonomy.name_of(attribute, value, false), taxonomy.name_of(attribute, value, true)};
}

Words words_of_time(double seconds) {
  if (!std::isfinite(seconds) || seconds <= 0) return {"–"};
  const auto whole = static_cast<long long>(std::llround(seconds));
  if (seconds < 60) return {report::fixed(seconds, 1) + " s", report::fixed(seconds, 1) + "초"};
  const std::string last = std::to_string(whole < 3600 ? whole % 60 : whole / 60 % 60);
  const std::string first = std::to_string(whole < 3600 ? whole / 60 : whole / 3600);
  if (whole < 3600) return {first + " min " + last + " s", first + "분 " + last + "초"};
  return {first + " h " + last + " min", first + "시간 " + last + "분"};
}

std::string minute_words(const std::string& time) {
  std::string words = time.substr(0, 16);
  if (words.size() > 10) words[10] = ' ';
  return words;
}

Words measure_words(const std::string& measure, const Taxonomy& taxonomy) {
  if (measure == "iou") return {"overlap of outlines", "윤곽 겹침"};
  if (measure == "labels") return {"right labels", "맞은 라벨"};
  return attribute_words(measure, taxonomy);
}

Words words_of(const FigureFilter& filter, const Taxonomy& taxonomy) {
  Words words;
  const auto add = [&](const Words& more) { words = words.english.empty() ? more : words + ", " + more; };
  if (!filter.from.empty() || !filter.to.empty()) add(filter.from + " – " + filter.to);
  if (!filter.user.empty()) add(filter.user);
  if (filter.stage) add(words_of(*filter.stage));
  if (filter.part) add(words_of(*filter.part));
  if (!filter.style.empty()) add(value_words(std::string(attribute::kStyle), filter.style, taxonomy));
  return words;
}

}  // namespace jaedan::workflow
