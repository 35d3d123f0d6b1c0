#pragma once

#include <map>
#include <mutex>
#include <set>
#include <utility>

#include "labeling/store/counts/count_record.h"
#include "labeling/store/program.h"
#include "labeling/store/store.h"

namespace jaedan::labeling {

/// Keeps objects, not encodings. One .cpp for each interface.
class MemoryStore final : public Store {
 public:
  // PhotoCatalogue
  Result<std::vector<PhotoId>> add_photos(const std::vector<Photo>& photos) override;
  Result<Photo> photo(PhotoId id) override;
  Result<std::optional<Photo>> photo_named(const std::string& name) override;
  Status update_photo(const Photo& photo, const ChangeNote& note) override;
  Result<std::vector<PhotoRow>> list(const PhotoFilter& filter, PhotoId after, int limit) override;
  Result<std::vector<PhotoRow>> list_in_order(const PhotoFilter& filter, PhotoOrder order,
                                              const std::optional<PhotoRow>& after, int limit) override;
  Result<std::vector<PhotoRow>> rows(const std::vector<PhotoId>& ids) override;
  Result<std::int64_t> count(const PhotoFilter& filter) override;
  Result<ProjectFigures> figures(const PhotoFilter& filter) override;
  Status set_source_file(PhotoId id, const std::string& bytes) override;
  Result<std::string> source_file(PhotoId id) override;

  // AnnotationStore
  Result<Annotation> annotation(PhotoId id) override;
  Result<std::int64_t> save(const Annotation& annotation, const ChangeNote& note,
                            const std::optional<std::string>& history) override;
  Status save_all(const std::vector<Annotation>& annotations, const ChangeNote& note) override;
  Result<std::string> history(PhotoId id) override;
  Result<std::vector<ChangeRecord>> changes(PhotoId id) override;
  Result<std::string> begun_shape(PhotoId id, const std::string& who) override;
  Status set_begun_shape(PhotoId id, const std::string& who, const std::string& bytes) override;

  // ModelOutputs
  Status save_prediction(PhotoId id, const Prediction& prediction) override;
  Result<std::optional<Prediction>> prediction(PhotoId id) override;
  Status save_embeddings(const std::vector<StoredEmbedding>& embeddings) override;
  Result<std::vector<StoredEmbedding>> embeddings(const std::string& model_id) override;
  Result<std::vector<StoredEmbedding>> embeddings_of(const std::string& model_id,
                                                     const std::vector<PhotoId>& photos) override;
  Result<std::int64_t> count_embeddings(const std::string& model_id) override;
  Result<std::vector<PhotoId>> photos_lacking_embeddings(const std::string& model_id, PhotoId last, int limit) override;

  // ProjectFacts
  Result<SnapshotId> add_snapshot(const SnapshotInfo& info, const ChangeNote& note) override;
  Result<std::vector<SnapshotInfo>> snapshots() override;
  Result<std::vector<std::string>> champions() override;
  Status push_champion(const std::string& model_id, const ChangeNote& note) override;
  Status pop_champion(const ChangeNote& note) override;

  // AuditLog
  Result<std::int64_t> append_to_log(const LogSubject& subject, const ChangeNote& note,
                                     const std::string& after) override;
  Result<std::vector<LogRecord>> search_log(const LogQuery& query, const std::optional<LogPlace>& place,
                                            int limit) override;
  Result<std::string> project_made() override;
  Result<LogHead> log_head() override;
  Result<std::string> log_hash(std::int64_t number) override;
  Result<std::vector<Message>> verify_log(const LogCheck& check) override;

  // UserStore
  Result<User> add_user(const std::string& name, Roles roles, const std::string& password_hash) override;
  Result<User> user(UserId id) override;
  Result<std::optional<User>> user_named(const std::string& name) override;
  Result<std::vector<User>> users(UserId after, int limit) override;
  Result<std::int64_t> user_count() override;
  Status set_user_roles(UserId id, Roles roles) override;
  Status set_user_disabled(UserId id, bool disabled) override;
  Result<std::string> password_hash(UserId id) override;
  Status set_password_hash(UserId id, const std::string& hash) override;
  Result<int> begin_login(UserId id, const std::string& now) override;
  Status end_login(UserId id) override;

  // TaskStore
  Result<std::optional<Task>> claim(const TaskWish& wish, const std::string& now) override;
  Result<std::optional<Task>> task_in_hand(PhotoId photo, const std::string& now) override;
  Result<std::optional<Task>> task_of(PhotoId photo, UserId user, const std::string& now) override;
  Result<std::optional<Task>> last_task(PhotoId photo, UserId user) override;
  Result<std::optional<Task>> last_submitted(PhotoId photo, std::optional<Stage> stage) override;
  Result<std::vector<Task>> tasks_in_hand(UserId user, TaskId after, int limit, const std::string& now) override;
  Status end_task(TaskId task, TaskState how, const std::string& reason, const std::string& now) override;
  Result<std::int64_t> waiting(Stage stage) override;
  Result<std::vector<PhotoId>> waiting_photos(Stage stage, PhotoId after, int limit) override;
  Result<std::optional<Stage>> returned_to(PhotoId photo) override;
  Status set_returned_to(PhotoId photo, Stage stage) override;
  Status set_priority(PhotoId photo, int priority) override;
  Result<bool> worked_on(PhotoId photo, UserId user) override;
  Result<QueueRules> queue_rules() override;
  Status set_queue_rules(const QueueRules& rules) override;
  Result<Quota> quota(UserId user) override;
  Status set_quota(UserId user, const Quota& quota) override;

  // CommentStore
  Result<CommentId> add_comment(const Comment& comment) override;
  Result<std::vector<Comment>> comments(PhotoId photo) override;
  Result<Comment> comment(CommentId id) override;
  Status resolve_comment(CommentId id, const std::string& who, const std::string& now) override;
  Status scale_places(PhotoId photo, double x, double y) override;

  // AnswerStore
  Result<Panel> open_panel(PhotoId photo, Stage stage, int people, const std::string& now) override;
  Status end_panel(PanelId panel, PanelState how, std::int64_t merged_revision, const std::string& now) override;
  Status reopen_panel(PanelId panel, const std::string& now) override;
  Result<std::optional<Panel>> panel_of(PhotoId photo) override;
  Result<std::vector<Panel>> panels(PanelId after, int limit) override;
  Result<std::vector<Answer>> answers_of(PanelId panel) override;
  Result<Answer> answer(AnswerId id) override;
  Result<std::string> answer_history(AnswerId id) override;
  Result<std::int64_t> save_answer(const Annotation& annotation, TaskId task, const ChangeNote& note,
                                   const std::string& history) override;
  Status scale_answers(PhotoId photo, double x, double y) override;
  Status set_control(const Control& control) override;
  Result<bool> remove_control(PhotoId photo) override;
  Result<std::vector<Control>> controls(PhotoId after, int limit) override;
  Result<std::optional<Control>> control(PhotoId photo, Stage stage) override;
  Result<std::vector<Answer>> control_answers(AnswerId after, int limit) override;

  // SampleStore
  Result<SampleId> add_sample(const Sample& sample, const std::vector<SampledPhoto>& photos) override;
  Result<Sample> sample(SampleId id) override;
  Result<std::vector<Sample>> samples(SampleId after, int limit) override;
  Result<std::vector<SampledPhoto>> sampled_photos(SampleId id, PhotoId after, int limit) override;
  Status set_approved_by_rule(SampleId id, PhotoId photo, std::int64_t revision) override;
  Status set_sample_state(SampleId id, SampleState before, SampleState after) override;

  // DistanceStore
  Status add_distance(const SubmittedDistance& distance) override;
  Result<std::vector<SubmittedDistance>> distances(std::int64_t after, int limit) override;

  // MeasureStore
  Result<WaitingMeasures> waiting_measures() override;
  Result<std::vector<WaitingAnswer>> answers_to_measure(AnswerId after, int limit) override;
  Result<std::vector<WaitingPanel>> panels_to_measure(PanelId after, int limit) override;
  Result<bool> keep_measure(AnswerId answer, std::int64_t ticket,
                            const std::optional<ControlMeasure>& measure) override;
  Result<bool> keep_measure(PanelId panel, std::int64_t ticket, const std::optional<PanelMeasure>& measure) override;
  Result<std::string> measure_rules() override;
  Status set_measure_rules(const std::string& rules) override;
  Status forget_measures() override;
  Status for_each_quality_sum(const QualityQuery& query,
                              const std::function<void(const QualityRowOfSums&)>& take) override;
  Result<std::vector<MeasuredIou>> measured_ious(UserId user, int most) override;
  Result<std::vector<double>> panel_ious(int limit) override;
  Result<std::vector<MeasuredPanel>> measured_panels(PanelId after, int limit) override;
  Result<std::optional<PanelMeasure>> panel_measure(PanelId panel) override;

  // OutfitStore
  Status save_outfits(const std::string& table, const std::vector<TableOutfit>& outfits,
                      const ChangeNote& note) override;
  Result<std::vector<KeptOutfitTable>> outfit_tables() override;
  Result<std::vector<TableOutfit>> outfits_of_table(const std::string& table) override;
  Status remove_outfits(const std::string& table, const ChangeNote& note) override;

  // ClusterStore
  Status save_clusters(const KeptClusters& clusters, const ChangeNote& note) override;
  Result<std::vector<KeptClusters>> clusters() override;

  // WorkCounts
  Status for_each_count(const CountQuery& query, const std::function<void(const CountRow&)>& take) override;
  Result<CountProgress> count_progress() override;
  Status count_anew(const std::function<bool(std::int64_t done, std::int64_t total)>& progress) override;
  Result<std::vector<PersonLoad>> person_loads(const LoadQuery& query) override;
  Result<std::array<InHand, kAllStages.size()>> in_hand(int part, const std::string& style) override;

  Status batch(const std::function<Status()>& work) override;
  Status may_write() override { return {}; }
  Result<std::vector<Message>> verify() override;

 private:
  /// What the store knows of one photo.
  struct Entry {
    Photo photo;
    Annotation annotation;
    std::string history;
    std::string source_file;
    std::optional<Prediction> prediction;
    std::vector<ChangeRecord> changes;
    std::map<std::string, std::string> begun_shapes;  ///< by who began them
    TaskId task;                                      ///< in somebody's hands; none: in nobody's
    bool in_panel = false;                            ///< several people do it
    bool held = false;                                ///< stands behind a sample
    std::optional<Stage> returned_to;
    int priority = 0;
    std::set<UserId> workers;
    PhotoMemory memory = {};
  };

  struct Person {
    User user;
    std::string password_hash;
    Quota quota = {};
  };

  struct KeptAnswer {
    Answer answer;
    std::string history;
  };

  struct KeptOutfits {
    KeptOutfitTable row;
    std::vector<TableOutfit> outfits;
  };

  struct KeptSample {
    Sample sample;
    std::map<PhotoId, SampledPhoto> photos;
  };

  /// All that a batch which fails puts back.
  struct State {
    std::map<PhotoId, Entry> entries;
    std::map<std::string, PhotoId> id_by_path;
    std::map<std::string, std::map<std::pair<PhotoId, GarmentId>, StoredEmbedding>> embeddings;
    std::vector<SnapshotInfo> snapshots;
    std::vector<std::string> champions;
    std::vector<LogRecord> log;  ///< record n at n - 1
    std::map<UserId, Person> people;
    std::map<std::string, UserId> user_by_key;
    std::map<TaskId, Task> tasks;
    QueueRules queue_rules;
    std::map<CommentId, Comment> comments;
    std::map<PanelId, Panel> panels;
    std::map<AnswerId, KeptAnswer> answers;
    std::map<std::pair<PhotoId, Stage>, Control> controls;
    std::map<SampleId, KeptSample> samples;
    std::vector<SubmittedDistance> distances;               ///< number n at n - 1
    std::map<std::pair<UserId, Stage>, std::int64_t> pace;  ///< photos of the queue that they have taken
    std::map<AnswerId, std::int64_t> answers_to_measure;    ///< with their tickets
    std::map<PanelId, std::int64_t> panels_to_measure;
    std::int64_t tickets = 0;  ///< the last one that was given out
    std::string measure_rules;
    std::map<AnswerId, MeasuredAnswer> measured_answers;
    std::map<PanelId, PanelMeasure> measured_panels;
    QualitySums quality;
    std::map<std::string, KeptOutfits> outfit_tables;  ///< by name
    std::map<std::pair<Part, std::string>, KeptClusters> clusters;
    Counts counts;
    std::map<std::string, PersonMemory> memory_of_people;  ///< by name
  };

  /// Recursive, for the calls that a batch makes.
  using Lock = std::lock_guard<std::recursive_mutex>;

  // With the lock held.
  Result<Entry*> find(PhotoId id);
  Result<Person*> find_person(UserId id);
  Status check_manager_but(const User& user);
  Status check_save(const Annotation& annotation, const ChangeNote& note, std::int64_t revision);
  void store(const Annotation& annotation, const ChangeNote& note);
  /// The one place where records are made.
  const LogRecord& log(const LogSubject& subject, const ChangeNote& note, std::int64_t revision,
                       const std::string& after);
  /// Counts a record that was just made.
  void count(const LogRecord& record, RecordFacts before, std::optional<RecordFacts> after);
  std::string moment(const std::string& now) const;
  std::string free_expired(const std::string& now);
  void end(Task& task, TaskState how, const std::string& reason, const std::string& at);
  Status check_free(const Entry& entry, const TaskWish& wish);
  bool waits(const Entry& entry, Stage stage) const;
  const Entry* first_waiting(const TaskWish& wish) const;
  Panel* open_panel_of(PhotoId photo);
  Status check_reservable(PhotoId photo, Stage stage, const std::string& now);
  /// Whether they have answered it, have it in hand, or skipped it.
  bool has_had(const Answer& answer) const;
  Panel* panel_to_take(const TaskWish& wish);
  Status check_panel(const Panel& panel, const TaskWish& wish);
  const Control* control_to_take(const TaskWish& wish, std::int64_t claims) const;
  Task put_in_hand(PhotoId photo, const TaskWish& wish, const std::string& at, AnswerId answer);
  AnswerId answer_to_work_on(const Answer& begun);
  Task take_in_panel(Panel& panel, const TaskWish& wish, const std::string& at);
  Result<AnswerId> begun_control(PhotoId photo, const TaskWish& wish);
  void add_quality(const QualitySums& sums, bool away);
  void forget_measure(AnswerId answer);
  void forget_measure(PanelId panel);
  /// Its measure, or that of its panel, is to be made anew if it was submitted.
  void let_wait(const Answer& answer);
  void truth_changed(PhotoId photo, const std::function<bool(Stage)>& at);
  void approved_changed(PhotoId photo);
  void answers_changed(PhotoId photo);
  Result<std::optional<Task>> claim_named(const Entry& entry, const TaskWish& wish, const std::string& at);
  Result<std::optional<Task>> claim_next(const TaskWish& wish, const std::string& at);
  Status check_quota_of(const TaskWish& wish, const std::string& at);
  static PhotoRow row_of(const Entry& entry);
  bool passes(const Entry& entry, const PhotoFilter& filter) const;

  std::recursive_mutex mutex_;
  const std::string made_ = utc_now();
  State state_;
  bool in_batch_ = false;
};

}  // namespace jaedan::labeling
