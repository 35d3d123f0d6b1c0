#include "labeling/store/audit_chain.h"

#include <array>

#include "labeling/base/sha256.h"

namespace jaedan::labeling {
namespace {

constexpr std::array<std::string_view, 6> kSubjectIds = {"photo", "user", "task", "model", "snapshot", "setting"};

void add_field(std::string& form, std::string_view bytes) {
  form += std::to_string(bytes.size());
  form += ':';
  form += bytes;
  form += ',';
}

void add_number(std::string& form, std::int64_t number) {
  add_field(form, number == 0 ? std::string() : std::to_string(number));
}

}  // namespace

std::string_view id_of(SubjectKind kind) { return kSubjectIds[static_cast<std::size_t>(kind)]; }

SubjectKind subject_kind_from(std::string_view id) {
  for (std::size_t i = 0; i < kSubjectIds.size(); ++i) {
    if (kSubjectIds[i] == id) return static_cast<SubjectKind>(i);
  }
  return SubjectKind::kSetting;
}

std::string canonical_form(const LogRecord& record, std::string_view hash_before) {
  std::string form;
  form.reserve(record.after.size() + 400);
  add_field(form, hash_before);
  add_field(form, std::to_string(record.number));
  add_field(form, record.at);
  add_field(form, record.note.who);
  add_field(form, record.note.role);
  add_field(form, record.note.action);
  add_field(form, record.program);
  add_field(form, id_of(record.subject.kind));
  add_field(form, record.subject.name);
  add_number(form, record.subject.photo.value);
  add_number(form, record.revision);
  add_field(form, record.after);
  return form;
}

std::string chain_hash(const LogRecord& record, std::string_view hash_before) {
  return hex_of(sha256_of(canonical_form(record, hash_before)));
}

}  // namespace jaedan::labeling
