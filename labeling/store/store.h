#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "labeling/base/result.h"
#include "labeling/store/annotation_store.h"
#include "labeling/store/audit_log.h"
#include "labeling/store/counts/work_counts.h"
#include "labeling/store/model_outputs.h"
#include "labeling/store/open_news.h"
#include "labeling/store/people/answer_store.h"
#include "labeling/store/people/comment_store.h"
#include "labeling/store/people/distance_store.h"
#include "labeling/store/people/sample_store.h"
#include "labeling/store/people/task_store.h"
#include "labeling/store/people/user_store.h"
#include "labeling/store/photo_catalogue.h"
#include "labeling/store/project_facts.h"
#include "labeling/store/project_place.h"
#include "labeling/store/quality/measure_store.h"
#include "labeling/store/recommend/cluster_store.h"
#include "labeling/store/recommend/outfit_store.h"

namespace jaedan::labeling {

/// Everything that a project remembers, as the interfaces that callers need one by one: a function that only looks
/// photos up takes a PhotoCatalogue. One implementation per database; all pass the same contract tests
/// (tests/labeling/store/*_contract_test.cpp).
///
/// What holds for every method of every interface:
/// - It may block on disk: never call it from the window's thread.
/// - Threads may share a store; their calls wait for each other. Who must not wait opens one of their own.
/// - One that changes something is one transaction: after it returned ok, the change survives a crash; after an error,
///   nothing changed.
/// - One that takes a PhotoId says kNotFound for one that is not in the project.
/// - What cannot be stored exactly is refused with kInvalidArgument and never altered: NaN and infinite numbers, text
///   that is not UTF-8 or holds a NUL, garment ids that are not positive or come twice.
class Store : public PhotoCatalogue,
              public AnnotationStore,
              public ModelOutputs,
              public ProjectFacts,
              public AuditLog,
              public UserStore,
              public TaskStore,
              public CommentStore,
              public AnswerStore,
              public SampleStore,
              public DistanceStore,
              public MeasureStore,
              public OutfitStore,
              public ClusterStore,
              public WorkCounts {
 public:
  /// Runs `work`, which calls this store's other methods, as one transaction: one wait for the disk instead of
  /// one a call (some milliseconds each). A call inside that fails changes nothing and may be gone over; when
  /// `work` itself returns an error, nothing of it is kept and that error is returned. Other writers, and other threads
  /// with this store, wait meanwhile: keep it to some hundred calls. kInvalidArgument inside another batch.
  virtual Status batch(const std::function<Status()>& work) = 0;

  /// Whether changes can be kept at all, so that nobody works for what cannot be saved: kIo, with the reason, for a
  /// project that can only be looked at (permissions, a disk that is read-only). Asked anew each time.
  virtual Status may_write() = 0;

  /// Looks for damage: database integrity, foreign keys, unreadable regions, photos that the log does
  /// not lead to, counts that are not those of the log, sums of measures that are not those of the answers, tables of
  /// outfits and clusters that cannot be read. One sentence each. The log itself: verify_log.
  virtual Result<std::vector<Message>> verify() = 0;
};

/// Makes the project's folder with an empty database. kConflict when there is one.
Result<std::unique_ptr<Store>> create_project(const ProjectPlace& place);
/// Opens a project, migrating an older schema after a backup in its folder, as `news` is told. A migration that is
/// killed has changed nothing; one without room on the disk is refused (kIo). One that may not be written can be looked
/// at; changes fail with kIo (Store::may_write). kNotFound, kCorrupt, kUnsupported (newer program), kUnavailable
/// (locked for over 10 s).
Result<std::unique_ptr<Store>> open_project(const ProjectPlace& place, const OpenNews& news = {});
/// An empty store in memory, for tests and for work without a project.
std::unique_ptr<Store> make_memory_store();

}  // namespace jaedan::labeling
