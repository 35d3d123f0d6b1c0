#include "app/gui/words/error_text.h"

namespace jaedan::gui {
namespace {

struct Clause {
  std::string_view english;
  std::string_view korean;
};

// Longer clauses before those that they contain.
constexpr Clause kClauses[] = {
    // editing
    {" is locked; unlock it to change its shape or place", ": 잠겨 있습니다. 모양이나 자리를 바꾸려면 잠금을 푸세요"},
    {"a garment needs an outline, this one is empty", "의류에는 윤곽이 있어야 합니다"},
    {"an outline needs at least three points, this one has ", "윤곽에는 점이 세 개 이상 있어야 합니다. 지금 점 수: "},
    {"an outline has a point that is not a number", "윤곽에 숫자가 아닌 점이 있습니다"},
    {"a label needs an attribute and a value; to remove one, clear it",
     "라벨에는 속성과 값이 있어야 합니다. 지우려면 비우세요"},
    {" is not the model's alone; delete it if it should go", ": 모델만의 제안이 아닙니다. 없애려면 삭제하세요"},
    {"a sub-style needs a style; choose the style first", "서브 스타일보다 스타일을 먼저 고르세요"},
    {"; change the other one first", ". 다른 쪽을 먼저 바꾸세요"},
    {"style and sub-style cannot both be ", "스타일과 서브 스타일은 같을 수 없습니다: "},
    {"nothing to paste: no copied garment lies inside this photo",
     "붙여넣을 것이 없습니다. 복사한 의류가 이 사진 안에 있지 않습니다"},
    {" would be left without an outline; delete the garment instead", ": 윤곽이 남지 않습니다. 의류를 삭제하세요"},
    {"the line has to go all the way across the garment", "선이 의류를 완전히 가로질러야 합니다"},
    {"the new stretch has to begin and end on the outline", "새로 그린 선은 윤곽에서 시작해 윤곽에서 끝나야 합니다"},
    {"choose two garments or more to join", "합칠 의류를 둘 이상 고르세요 (Ctrl+클릭)"},
    {"choose the garment that gives way first", "깎일 의류를 먼저 고르세요"},
    {"nothing lies on this garment", "이 의류와 겹친 것이 없습니다"},
    {"nothing of this garment would be left", "이 의류가 남지 않습니다"},
    {"the garment is not there any more", "의류가 이제 없습니다"},
    {"a photo cannot go from ", "사진의 상태를 그렇게 바꿀 수 없습니다: "},
    {"there is nothing to undo", "되돌릴 것이 없습니다"},
    {"there is nothing to redo", "다시 할 것이 없습니다"},
    {"the stored undo history is damaged; the photo opens without it",
     "저장된 되돌리기 기록이 손상되어 그것 없이 사진을 엽니다"},
    // the project
    {": there is something already; give another name or open it", ": 이미 있습니다. 다른 이름을 쓰거나 그것을 여세요"},
    {": there is no project here; make one with 'jaedan init'", ": 여기에는 프로젝트가 없습니다"},
    {"a project needs the path of a folder", "프로젝트에는 폴더 경로가 있어야 합니다"},
    {": a project folder cannot have a quotation mark in its path", ": 프로젝트 폴더 경로에 따옴표를 쓸 수 없습니다"},
    {"the project was written by a newer program", "더 새로운 프로그램이 쓴 프로젝트입니다"},
    {"project.db holds no project; go back to a copy of it, if one lies in the folder 'backups'",
     "project.db에 프로젝트가 없습니다. 'backups' 폴더에 사본이 있으면 그것으로 돌아가세요"},
    {"this is not a Jaedan database: it does not say its version", "재단의 데이터베이스가 아닙니다"},
    {"another program has held the database for over 10 s; close it or try again",
     "다른 프로그램이 10초 넘게 데이터베이스를 쓰고 있습니다. 그것을 닫거나 다시 해 보세요"},
    {"the database may not be written here; check the folder's permissions",
     "데이터베이스에 쓸 수 없습니다. 폴더의 권한을 살펴보세요"},
    {"the disk refused to read or write the database", "디스크가 데이터베이스를 읽거나 쓰지 못했습니다"},
    {"the disk is full; nothing was changed, make room and try again",
     "디스크가 가득 찼습니다. 바뀐 것은 없으니 자리를 만들고 다시 하세요"},
    {"the database cannot be opened; check the permissions", "데이터베이스를 열 수 없습니다. 권한을 살펴보세요"},
    {"the database is damaged; go back to a copy of the project, if one lies in its folder 'backups'",
     "데이터베이스가 손상되었습니다. 'backups' 폴더에 사본이 있으면 그것으로 돌아가세요"},
    {"the file is not a database", "데이터베이스 파일이 아닙니다"},
    {" was changed by somebody else", "을(를) 다른 사람이 먼저 바꾸었습니다"},
    {"there is no photo beside this label file", "이 라벨 파일 옆에 사진이 없습니다"},
    {"there is no model: assets/models is empty", "모델이 없습니다. assets/models가 비어 있습니다"},
    // finding
    {"expected KEY=VALUE, score>=N or score<=N", "속성=값, score>=N 또는 score<=N처럼 쓰세요"},
    {" is not a number", "은(는) 숫자가 아닙니다"},
    {"KEY is status, part, worker, text, score or an attribute: ",
     "앞말은 status, part, worker, text, score 또는 다음 속성 가운데 하나입니다: "},
    {"score takes >= or <=", "score에는 >= 나 <= 만 씁니다"},
    {"only score takes < and >", "< 와 > 는 score에만 씁니다"},
    {"status is new, drawn, basic, expert, approved or returned",
     "status는 new, drawn, basic, expert, approved, returned 가운데 하나입니다"},
    {"part is outer, top, bottom or dress", "part는 outer, top, bottom, dress 가운데 하나입니다"},
    {"only one attribute at a time", "속성은 한 번에 하나만 씁니다"},
    {"; draw it, or accept what `jaedan prefill` proposes, first",
     ": 이 사진에 없습니다. 먼저 그리거나 모델의 제안을 받아들이세요"},
    {"stopped before every garment was read", "의류를 모두 읽기 전에 멈추었습니다"},
    // files and photos
    {": no such file or folder", ": 그런 파일이나 폴더가 없습니다"},
    {"No such file or directory", "그런 파일이나 폴더가 없습니다"},
    {"Permission denied", "권한이 없습니다"},
    {"No space left on device", "디스크에 자리가 없습니다"},
    {"Is a directory", "폴더입니다"},
    {": cannot make the folder", ": 폴더를 만들 수 없습니다"},
    {": cannot be read", ": 읽을 수 없습니다"},
    {"an empty file", "빈 파일입니다"},
    {"GIF images are not read; save it as PNG or JPEG", "GIF는 읽지 않습니다. PNG나 JPEG로 저장하세요"},
    {"not a JPEG, PNG, BMP, WebP or GIF image", "JPEG, PNG, BMP, WebP 사진이 아닙니다"},
    {" that is cut off: its end is missing", " 사진이 잘려 끝이 없습니다"},
    {": it cannot be decoded", ": 풀 수 없습니다"},
    {"a JPEG without a size: its header is cut off or broken", "JPEG의 머리가 잘렸거나 깨져 크기를 알 수 없습니다"},
    {"a CMYK JPEG without Adobe's marker, its colours are unknown; save it as RGB",
     "색을 알 수 없는 CMYK JPEG입니다. RGB로 저장하세요"},
};

std::string_view kind_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::kInvalidArgument: return "그렇게는 할 수 없습니다";
    case ErrorCode::kNotFound: return "찾을 수 없습니다";
    case ErrorCode::kCorrupt: return "데이터가 손상되었습니다";
    case ErrorCode::kUnsupported: return "다룰 수 없는 형식입니다";
    case ErrorCode::kTooLarge: return "너무 큽니다";
    case ErrorCode::kIo: return "파일을 읽거나 쓸 수 없습니다";
    case ErrorCode::kConflict: return "다른 변경과 부딪힙니다";
    case ErrorCode::kUnavailable: return "여기에는 없는 기능입니다";
    case ErrorCode::kCancelled: return "멈추었습니다";
    case ErrorCode::kInternal: return "프로그램 오류입니다";
  }
  return "";
}

}  // namespace

std::string reason_text(std::string_view reason, const Strings& text) {
  std::string said(reason);
  if (!text.korean()) return said;
  for (const Clause& clause : kClauses) {
    if (const std::size_t at = said.find(clause.english); at != std::string::npos) {
      said.replace(at, clause.english.size(), clause.korean);
    }
  }
  // "top (garment 3)", as labeling/edit names a garment
  if (const std::size_t at = said.find(" (garment "); at != std::string::npos) {
    for (const Part part : kAllParts) {
      if (said.compare(0, at, id_of(part)) == 0) said = text.part(part) + (" (의류 " + said.substr(at + 10));
    }
  }
  return said;
}

std::string error_text(const Error& error, const Strings& text) {
  std::string said = reason_text(error.message, text);
  if (text.korean() && said == error.message) said = std::string(kind_of(error.code)) + " (" + error.message + ")";
  return said;
}

}  // namespace jaedan::gui
