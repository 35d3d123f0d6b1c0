#pragma once

#include <string>
#include <string_view>

#include "labeling/store/change_record.h"

namespace jaedan::labeling {

/// What a record's hash is made of. Every field is a netstring: its length in bytes in decimal digits, a colon, the
/// bytes, a comma ("5:draw!,"), so that no two records have the same form. In this order, texts in UTF-8 as stored:
///    1. the hash of the record before, 64 hexadecimal digits; empty for record 1
///    2. number                decimal
///    3. at
///    4. who
///    5. role
///    6. deed                  ChangeNote::action
///    7. program
///    8. subject               id_of(SubjectKind)
///    9. name of the subject
///   10. photo                 decimal; empty for none
///   11. revision              decimal; empty for none
///   12. after
/// The same in Python, for whoever checks a log without this program:
///   net = lambda text: b"%d:%b," % (len(text.encode()), text.encode())
///   hash = hashlib.sha256(b"".join(map(net, [before, number, at, who, …, after]))).hexdigest()
/// The form never changes: hashes of every project depend on it.
std::string canonical_form(const LogRecord& record, std::string_view hash_before);

/// SHA-256 of that, as 64 small hexadecimal digits. `record.hash` is not looked at.
std::string chain_hash(const LogRecord& record, std::string_view hash_before);

}  // namespace jaedan::labeling
