#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "labeling/domain/annotation.h"
#include "labeling/review/return_reason.h"
#include "labeling/review/stage.h"
#include "labeling/review/user.h"
#include "labeling/store/people/answer_store.h"
#include "labeling/store/people/comment_store.h"
#include "labeling/store/people/sample_store.h"
#include "labeling/store/people/task_store.h"
#include "labeling/store/project_facts.h"

namespace jaedan::labeling {

/// LogRecord::after of the records about other things than annotations, the same whoever writes them.

/// {"champion":"net-2"}; null when no model is in use by name.
std::string champion_content(const std::string& model_id);
/// {"hash":"…","photos":12,"folder":"snapshots/…"}
std::string snapshot_content(const SnapshotInfo& info);
/// {"path":"…","width":800,"height":1200}; bytes of the path that are not UTF-8 are replaced.
std::string photo_content(const Photo& photo);
/// {"roles":["annotator"],"disabled":false,"password":true}; never the password, nor what it is stored as.
std::string user_content(const User& user);
/// {"locked_until":"…"}
std::string lock_content(const std::string& until);
/// {"stage":"drawn","user":"mina","until":"…"}
std::string task_content(const Task& task, const std::string& user);
/// What the records about a task are about: task "7" of its photo.
LogSubject task_subject(const Task& task);
/// {"stage":"drawn","user":"mina","state":"released","reason":"…"}: of a task that was given back
std::string release_content(const Task& task, const std::string& user);
/// {"comment":3,"text":"…"}, with "place", "stage" and "reason" where there are any
std::string comment_content(const Comment& comment);
/// {"comment":3}
std::string resolved_content(const Comment& comment);
/// {"priority":5}
std::string priority_content(int priority);
/// {"stages":["drawn","inspect"],"uncertain_first":false,"claim_seconds":28800}, with "control_percent" and "deadline"
/// where there are any
std::string queue_rules_content(const QueueRules& rules);
/// {"most_open":5,"most_a_day":0}, with "deadline" where there is one
std::string quota_content(const Quota& quota);
/// {"panel":3,"stage":"drawn","people":3,"submitted":0,"state":"open"}; of a merged one the revision of the photo, too
std::string panel_content(const Panel& panel);
/// What the records about a panel are about: task "panel 3" of its photo.
LogSubject panel_subject(const Panel& panel);
/// {"stages":["drawn","basic"]}: at which stages a photo is a control now
std::string control_content(const std::vector<Stage>& stages);
/// {"percent":10.0,"seed":1,"photos":300,"sampled":30}, with the rule's "least_accepted" and "most_returned"
std::string sample_content(const Sample& sample, std::size_t photos, std::int64_t sampled);
/// {"stage":"basic","reason":"outline"}: where a returned photo goes and why; null for what was not said.
std::string send_back_content(std::optional<Stage> stage, std::optional<ReturnReason> reason);
/// The stage in it; none for anything else.
std::optional<Stage> stage_sent_back_to(const std::string& content);
/// {"records_before":300000}: the record that ends the log of before the chain.
std::string chain_begun_content(std::int64_t records_before);

/// Subject of that record.
inline constexpr const char* kChangeLogSetting = "change_log";
/// Its deed.
inline constexpr const char* kBeginChain = "begin_chain";
/// Subject of the records about a photo's place in the queues: a task without a number.
inline constexpr const char* kPriorityTask = "priority";
/// Subject of the records about the stages and queues.
inline constexpr const char* kStagesSetting = "stages";

}  // namespace jaedan::labeling
