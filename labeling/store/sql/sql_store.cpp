#include "labeling/store/sql/sql_store.h"

#include "labeling/store/people/task_rules.h"
#include "labeling/store/sql/annotations.h"
#include "labeling/store/sql/change_log.h"
#include "labeling/store/sql/counts/count_log.h"
#include "labeling/store/sql/counts/read_counts.h"
#include "labeling/store/sql/figures.h"
#include "labeling/store/sql/people/comments.h"
#include "labeling/store/sql/people/task_queue.h"
#include "labeling/store/sql/people/tasks.h"
#include "labeling/store/sql/people/users.h"
#include "labeling/store/sql/photo_data.h"
#include "labeling/store/sql/photo_list.h"
#include "labeling/store/sql/photos.h"
#include "labeling/store/sql/project_data.h"
#include "labeling/store/sql/recommend/recommend_part.h"
#include "labeling/store/sql/verify.h"
#include "labeling/store/storable.h"

namespace jaedan::labeling::sql {
namespace {

/// Every method: refuse what cannot be stored, then one transaction around the function that does the work.
class SqlStore final : public RecommendPart {
 public:
  explicit SqlStore(std::unique_ptr<Connection> connection) : RecommendPart(std::move(connection)) {
    connection_->set_counts_work();
  }

  Result<std::vector<PhotoId>> add_photos(const std::vector<Photo>& photos) override {
    for (const Photo& photo : photos) JAEDAN_RETURN_IF_ERROR(check_storable(photo));
    return connection_->write([&] { return sql::add_photos(*connection_, photos); });
  }
  Result<Photo> photo(PhotoId id) override {
    return connection_->read([&] { return sql::photo(*connection_, id); });
  }
  Result<std::optional<Photo>> photo_named(const std::string& name) override {
    return connection_->read([&] { return sql::photo_named(*connection_, name); });
  }
  Status update_photo(const Photo& photo, const ChangeNote& note) override {
    JAEDAN_RETURN_IF_ERROR(check_storable(photo));
    JAEDAN_RETURN_IF_ERROR(check_storable(note));
    return connection_->write([&] { return sql::update_photo(*connection_, photo, note); });
  }

  Result<std::vector<PhotoRow>> list(const PhotoFilter& filter, PhotoId after, int limit) override {
    JAEDAN_RETURN_IF_ERROR(check_storable(filter, limit));
    return connection_->read([&] { return sql::list(*connection_, filter, after, limit); });
  }
  Result<std::vector<PhotoRow>> list_in_order(const PhotoFilter& filter, PhotoOrder order,
                                              const std::optional<PhotoRow>& after, int limit) override {
    JAEDAN_RETURN_IF_ERROR(check_storable(filter, limit));
    return connection_->read([&] { return sql::list_in_order(*connection_, filter, order, after, limit); });
  }
  Result<std::vector<PhotoRow>> rows(const std::vector<PhotoId>& ids) override {
    return connection_->read([&] { return sql::rows(*connection_, ids); });
  }
  Result<std::int64_t> count(const PhotoFilter& filter) override {
    JAEDAN_RETURN_IF_ERROR(check_storable(filter, 0));
    return connection_->read([&] { return sql::count(*connection_, filter); });
  }
  Result<ProjectFigures> figures(const PhotoFilter& filter) override {
    JAEDAN_RETURN_IF_ERROR(check_storable(filter, 0));
    return connection_->read([&] { return sql::figures(*connection_, filter); });
  }
  Status set_source_file(PhotoId id, const std::string& bytes) override {
    return connection_->write([&] { return put_bytes(*connection_, kSourceFile, id, bytes); });
  }
  Result<std::string> source_file(PhotoId id) override {
    return connection_->read([&] { return bytes_of(*connection_, kSourceFile, id); });
  }

  Result<Annotation> annotation(PhotoId id) override {
    return connection_->read([&] { return sql::annotation(*connection_, id); });
  }
  Result<std::int64_t> save(const Annotation& annotation, const ChangeNote& note,
                            const std::optional<std::string>& history) override {
    JAEDAN_RETURN_IF_ERROR(check_storable(annotation));
    JAEDAN_RETURN_IF_ERROR(check_storable(note));
    return connection_->write([&]() -> Result<std::int64_t> {
      JAEDAN_ASSIGN_OR_RETURN(const std::int64_t revision, sql::save(*connection_, annotation, note));
      if (history) JAEDAN_RETURN_IF_ERROR(put_bytes(*connection_, kEditHistory, annotation.photo, *history));
      return revision;
    });
  }
  Status save_all(const std::vector<Annotation>& annotations, const ChangeNote& note) override {
    for (const Annotation& annotation : annotations) JAEDAN_RETURN_IF_ERROR(check_storable(annotation));
    JAEDAN_RETURN_IF_ERROR(check_storable(note));
    return connection_->write([&]() -> Status {
      for (const Annotation& annotation : annotations) {
        JAEDAN_RETURN_IF_ERROR(sql::save(*connection_, annotation, note));
      }
      return {};
    });
  }
  Result<std::string> history(PhotoId id) override {
    return connection_->read([&] { return bytes_of(*connection_, kEditHistory, id); });
  }
  Result<std::vector<ChangeRecord>> changes(PhotoId id) override {
    return connection_->read([&] { return sql::changes(*connection_, id); });
  }
  Result<std::string> begun_shape(PhotoId id, const std::string& who) override {
    return connection_->read([&] { return sql::begun_shape(*connection_, id, who); });
  }
  Status set_begun_shape(PhotoId id, const std::string& who, const std::string& bytes) override {
    JAEDAN_RETURN_IF_ERROR(check_name(who));
    return connection_->write([&] { return sql::set_begun_shape(*connection_, id, who, bytes); });
  }

  Status save_prediction(PhotoId id, const Prediction& prediction) override {
    JAEDAN_RETURN_IF_ERROR(check_storable(prediction));
    return connection_->write([&] { return sql::save_prediction(*connection_, id, prediction); });
  }
  Result<std::optional<Prediction>> prediction(PhotoId id) override {
    return connection_->read([&] { return sql::prediction(*connection_, id); });
  }

  Status save_embeddings(const std::vector<StoredEmbedding>& embeddings) override {
    for (const StoredEmbedding& embedding : embeddings) JAEDAN_RETURN_IF_ERROR(check_storable(embedding));
    return connection_->write([&] { return sql::save_embeddings(*connection_, embeddings); });
  }
  Result<std::vector<StoredEmbedding>> embeddings(const std::string& model_id) override {
    return connection_->read([&] { return sql::embeddings(*connection_, model_id); });
  }
  Result<std::vector<StoredEmbedding>> embeddings_of(const std::string& model_id,
                                                     const std::vector<PhotoId>& photos) override {
    return connection_->read([&] { return sql::embeddings_of(*connection_, model_id, photos); });
  }
  Result<std::int64_t> count_embeddings(const std::string& model_id) override {
    return connection_->read([&] { return sql::count_embeddings(*connection_, model_id); });
  }
  Result<std::vector<PhotoId>> photos_lacking_embeddings(const std::string& model_id, PhotoId last,
                                                         int limit) override {
    return connection_->read([&] { return sql::photos_lacking_embeddings(*connection_, model_id, last, limit); });
  }

  Result<SnapshotId> add_snapshot(const SnapshotInfo& info, const ChangeNote& note) override {
    JAEDAN_RETURN_IF_ERROR(check_storable(info));
    JAEDAN_RETURN_IF_ERROR(check_storable(LogSubject{SubjectKind::kSnapshot, info.hash}, {}));
    JAEDAN_RETURN_IF_ERROR(check_storable(note));
    return connection_->write([&] { return sql::add_snapshot(*connection_, info, note); });
  }
  Result<std::vector<SnapshotInfo>> snapshots() override {
    return connection_->read([&] { return sql::snapshots(*connection_); });
  }

  Result<std::vector<std::string>> champions() override {
    return connection_->read([&] { return sql::champions(*connection_); });
  }
  Status push_champion(const std::string& model_id, const ChangeNote& note) override {
    JAEDAN_RETURN_IF_ERROR(check_name(model_id));
    JAEDAN_RETURN_IF_ERROR(check_storable(note));
    return connection_->write([&] { return sql::push_champion(*connection_, model_id, note); });
  }
  Status pop_champion(const ChangeNote& note) override {
    JAEDAN_RETURN_IF_ERROR(check_storable(note));
    return connection_->write([&] { return sql::pop_champion(*connection_, note); });
  }

  Result<std::int64_t> append_to_log(const LogSubject& subject, const ChangeNote& note,
                                     const std::string& after) override {
    JAEDAN_RETURN_IF_ERROR(check_storable(subject, after));
    JAEDAN_RETURN_IF_ERROR(check_storable(note));
    return connection_->write([&]() -> Result<std::int64_t> {
      if (subject.photo) JAEDAN_RETURN_IF_ERROR(require_photo(*connection_, subject.photo));
      return write_log(*connection_, subject, note, after);
    });
  }
  Result<std::vector<LogRecord>> search_log(const LogQuery& query, const std::optional<LogPlace>& place,
                                            int limit) override {
    JAEDAN_RETURN_IF_ERROR(check_storable(query, limit));
    return connection_->read([&] { return sql::search_log(*connection_, query, place, limit); });
  }
  Result<std::string> project_made() override {
    return connection_->read([&]() -> Result<std::string> { return sql::project_made(*connection_); });
  }
  Result<LogHead> log_head() override {
    return connection_->read([&]() -> Result<LogHead> { return sql::log_head(*connection_); });
  }
  Result<std::string> log_hash(std::int64_t number) override {
    return connection_->read([&] { return sql::log_hash(*connection_, number); });
  }
  Result<std::vector<Message>> verify_log(const LogCheck& check) override {
    return connection_->read([&] { return sql::verify_log(*connection_, check); });
  }

  Result<User> add_user(const std::string& name, Roles roles, const std::string& password_hash) override {
    return connection_->write([&] { return sql::add_user(*connection_, name, roles, password_hash); });
  }
  Result<User> user(UserId id) override {
    return connection_->read([&] { return sql::user(*connection_, id); });
  }
  Result<std::optional<User>> user_named(const std::string& name) override {
    return connection_->read([&] { return sql::user_named(*connection_, name); });
  }
  Result<std::vector<User>> users(UserId after, int limit) override {
    JAEDAN_RETURN_IF_ERROR(check_limit(limit));
    return connection_->read([&] { return sql::users(*connection_, after, limit); });
  }
  Result<std::int64_t> user_count() override {
    return connection_->read([&] { return sql::user_count(*connection_); });
  }
  Status set_user_roles(UserId id, Roles roles) override {
    return connection_->write([&] { return sql::set_user_roles(*connection_, id, roles); });
  }
  Status set_user_disabled(UserId id, bool disabled) override {
    return connection_->write([&] { return sql::set_user_disabled(*connection_, id, disabled); });
  }
  Result<std::string> password_hash(UserId id) override {
    return connection_->read([&] { return sql::password_hash(*connection_, id); });
  }
  Status set_password_hash(UserId id, const std::string& hash) override {
    return connection_->write([&] { return sql::set_password_hash(*connection_, id, hash); });
  }
  Result<int> begin_login(UserId id, const std::string& now) override {
    return connection_->write([&] { return sql::begin_login(*connection_, id, now); });
  }
  Status end_login(UserId id) override {
    return connection_->write([&] { return sql::end_login(*connection_, id); });
  }

  Result<std::optional<Task>> claim(const TaskWish& wish, const std::string& now) override {
    JAEDAN_RETURN_IF_ERROR(check_wish(wish));
    return connection_->write([&] { return sql::claim(*connection_, wish, now); });
  }
  Result<std::optional<Task>> task_in_hand(PhotoId photo, const std::string& now) override {
    return connection_->read([&] { return sql::task_in_hand(*connection_, photo, moment(*connection_, now)); });
  }
  Result<std::optional<Task>> task_of(PhotoId photo, UserId user, const std::string& now) override {
    return connection_->read([&] { return sql::task_of(*connection_, photo, user, moment(*connection_, now)); });
  }
  Result<std::optional<Task>> last_task(PhotoId photo, UserId user) override {
    return connection_->read([&] { return sql::last_task(*connection_, photo, user); });
  }
  Result<std::optional<Task>> last_submitted(PhotoId photo, std::optional<Stage> stage) override {
    return connection_->read([&] { return sql::last_submitted(*connection_, photo, stage); });
  }
  Result<std::vector<Task>> tasks_in_hand(UserId user, TaskId after, int limit, const std::string& now) override {
    JAEDAN_RETURN_IF_ERROR(check_limit(limit));
    return connection_->read(
        [&] { return sql::tasks_in_hand(*connection_, user, after, limit, moment(*connection_, now)); });
  }
  Status end_task(TaskId task, TaskState how, const std::string& reason, const std::string& now) override {
    JAEDAN_RETURN_IF_ERROR(check_reason(reason));
    return connection_->write(
        [&] { return sql::end_task(*connection_, task, how, reason, free_expired(*connection_, now)); });
  }
  Result<std::int64_t> waiting(Stage stage) override {
    return connection_->read([&] { return sql::waiting(*connection_, stage); });
  }
  Result<std::vector<PhotoId>> waiting_photos(Stage stage, PhotoId after, int limit) override {
    JAEDAN_RETURN_IF_ERROR(check_limit(limit));
    return connection_->read([&] { return sql::waiting_photos(*connection_, stage, after, limit); });
  }
  Result<std::optional<Stage>> returned_to(PhotoId photo) override {
    return connection_->read([&] { return sql::returned_to(*connection_, photo); });
  }
  Status set_returned_to(PhotoId photo, Stage stage) override {
    return connection_->write([&] { return sql::set_returned_to(*connection_, photo, stage); });
  }
  Status set_priority(PhotoId photo, int priority) override {
    return connection_->write([&] { return sql::set_priority(*connection_, photo, priority); });
  }
  Result<bool> worked_on(PhotoId photo, UserId user) override {
    return connection_->read([&] { return sql::worked_on(*connection_, photo, user); });
  }
  Result<QueueRules> queue_rules() override {
    return connection_->read([&] { return sql::queue_rules(*connection_); });
  }
  Status set_queue_rules(const QueueRules& rules) override {
    JAEDAN_RETURN_IF_ERROR(check_storable(rules));
    return connection_->write([&] { return sql::set_queue_rules(*connection_, rules); });
  }
  Result<Quota> quota(UserId user) override {
    return connection_->read([&] { return sql::quota(*connection_, user); });
  }
  Status set_quota(UserId user, const Quota& quota) override {
    JAEDAN_RETURN_IF_ERROR(check_storable(quota));
    return connection_->write([&] { return sql::set_quota(*connection_, user, quota); });
  }

  Result<CommentId> add_comment(const Comment& comment) override {
    JAEDAN_RETURN_IF_ERROR(check_storable(comment));
    return connection_->write([&] { return sql::add_comment(*connection_, comment); });
  }
  Result<std::vector<Comment>> comments(PhotoId photo) override {
    return connection_->read([&] { return sql::comments(*connection_, photo); });
  }
  Result<Comment> comment(CommentId id) override {
    return connection_->read([&] { return sql::comment(*connection_, id); });
  }
  Status resolve_comment(CommentId id, const std::string& who, const std::string& now) override {
    JAEDAN_RETURN_IF_ERROR(check_name(who));
    return connection_->write([&] { return sql::resolve_comment(*connection_, id, who, now); });
  }
  Status scale_places(PhotoId photo, double x, double y) override {
    return connection_->write([&] { return sql::scale_places(*connection_, photo, x, y); });
  }

  Status for_each_count(const CountQuery& query, const std::function<void(const CountRow&)>& take) override {
    return connection_->read([&] { return sql::for_each_count(*connection_, query, take); });
  }
  Result<CountProgress> count_progress() override {
    return connection_->read([&] { return sql::count_progress(*connection_); });
  }
  Status count_anew(const std::function<bool(std::int64_t done, std::int64_t total)>& progress) override {
    return sql::count_anew(*connection_, progress);
  }
  Result<std::vector<PersonLoad>> person_loads(const LoadQuery& query) override {
    return connection_->read([&] { return sql::person_loads(*connection_, query); });
  }
  Result<std::array<InHand, kAllStages.size()>> in_hand(int part, const std::string& style) override {
    return connection_->read([&] { return sql::in_hand(*connection_, part, style); });
  }

  Status batch(const std::function<Status()>& work) override { return connection_->batch(work); }
  Status may_write() override { return connection_->may_write(); }

  Result<std::vector<Message>> verify() override {
    return connection_->read([&] { return sql::verify(*connection_); });
  }
};

}  // namespace

std::unique_ptr<Store> make_sql_store(std::unique_ptr<Connection> connection) {
  return std::make_unique<SqlStore>(std::move(connection));
}

}  // namespace jaedan::labeling::sql
