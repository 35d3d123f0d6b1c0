#pragma once

#include <cstdint>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "app/workflow/jobs/progress.h"
#include "app/workflow/project/project.h"
#include "app/workflow/recommend/cluster_places.h"
#include "app/workflow/recommend/embed_garments.h"
#include "app/workflow/recommend/table_outfits.h"
#include "recommender/recommender.h"

namespace jaedan::workflow {

/// A garment of a project.
using GarmentKey = std::pair<PhotoId, GarmentId>;

/// How long an answer may take.
enum class Patience {
  kWhole,   ///< until every garment that can be read is, which may open a model
  kRead,    ///< until everything is read that is stored; no vector is made that takes a look at a photo
  kAtOnce,  ///< some milliseconds: what takes longer is left for later, and the answer says that it is partial
};

/// What a catalogue lacks.
struct CatalogueGaps {
  std::int64_t changed_photos = 0;  ///< changed since they were read: what is known of them is older than the project
  std::int64_t without_vector = 0;  ///< garments that nobody has made a vector of yet
  std::int64_t unreadable = 0;      ///< … that could not be read, as their photos are gone
  std::int64_t without_region = 0;  ///< … without an outline: labels alone, which cannot be compared
};

/// The garments of a project's approved photos, with the vectors of one model and their clusters, held in memory for
/// many questions. Made once and then brought up to date by the change log: what did not change is not read again. The
/// vectors that it finds missing it has made (embed_garments.h). About 2 kB a garment.
///
/// Belongs to one project and is not thread-safe: one thread at a time, in the studio the finder's. What is handed out
/// by reference or pointer holds until the next `refresh`.
class GarmentCatalogue {
 public:
  explicit GarmentCatalogue(std::string model_id) : model_id_(std::move(model_id)) {}

  /// Takes in what changed since the last time. The first time that is everything, whatever the patience. kCancelled:
  /// the next call goes on where this one stopped. Errors of the store.
  Status refresh(Project& project, Patience patience, const Watch& watch);

  const std::string& model_id() const { return model_id_; }
  /// The garments that have a vector; after a `refresh` that went well.
  const recommender::Recommender& garments() const { return *garments_; }
  /// The same, which may be used on other threads and beyond the next `refresh`.
  std::shared_ptr<const recommender::Recommender> shared() {
    is_shared_ = true;
    return garments_;
  }
  /// Of a photo that has a garment here.
  const Photo& photo(PhotoId id) const { return photos_.at(id).photo; }
  /// Of a garment here, image space.
  Rect box_of(GarmentKey garment) const { return photos_.at(garment.first).boxes.at(garment.second); }
  CatalogueGaps gaps() const;
  /// In which of the project's clusters garments are; as Item::cluster of `garments` says of each.
  const ClusterPlaces& clusters() const { return clusters_; }
  /// Those that the store has (embeddings_of), and vectors that could not be saved.
  Result<std::map<GarmentId, std::vector<float>>> vectors_of(Project& project, PhotoId photo) const;
  /// The colour histograms of its garments that the store has.
  static Result<std::map<GarmentId, std::vector<float>>> colours_of(Project& project, PhotoId photo);
  /// Keeps vectors that could not be saved.
  void keep_unsaved(std::vector<labeling::StoredEmbedding> vectors);

 private:
  /// What is held of an approved photo, beside the garments themselves.
  struct Entry {
    Photo photo;
    std::map<GarmentId, Rect> boxes;  ///< of garments that have a vector
    std::set<GarmentId> lacking;      ///< have none yet
    std::int64_t without_region = 0;
  };

  Status note_changes(Project& project);
  Status note_all_approved(Project& project);
  Status look_for_new_clusters(Project& project);
  Status read_changed(Project& project, const Watch& watch);
  /// What is known of the photo is read anew, or it is gone.
  void forget(PhotoId id);
  Status read_photo(Project& project, const Photo& photo);
  Status look_for_new_vectors(Project& project, std::size_t most);
  Status make_vectors(Project& project, Effort effort, const std::vector<PhotoId>& photos, const Watch& watch);
  Status build();

  const std::string model_id_;
  std::shared_ptr<recommender::Recommender> garments_;  ///< null: nothing was read yet
  bool is_shared_ = false;                              ///< somebody else may look at `garments_`
  std::map<PhotoId, Entry> photos_;
  std::optional<std::int64_t> log_number_;  ///< records up to here are taken in or noted; none: nothing was read yet
  std::set<PhotoId> changed_;               ///< to be read (again)
  std::set<PhotoId> waiting_;               ///< with garments that lack a vector
  std::set<PhotoId> failed_;                ///< of these: no vector could be made; not tried again until they change
  std::set<PhotoId> read_since_;            ///< since `garments_` was built …
  std::vector<recommender::Item> fresh_;    ///< … and their garments
  ClusterPlaces clusters_;
  std::int64_t clusters_record_ = 0;                  ///< of the log, that tells of their making; 0: none was made
  bool has_new_clusters_ = false;                     ///< since `garments_` was built
  std::size_t dimension_ = 0;                         ///< of the vectors; 0: there was none yet
  std::map<GarmentKey, std::vector<float>> unsaved_;  ///< vectors of a project that may not be written
};

/// What is held between questions: the catalogues of the models that were asked for last, as photos of one project may
/// have been seen by two, and the outfit tables.
class GarmentCatalogues {
 public:
  /// The one of this model; the other one stays, a third is forgotten.
  GarmentCatalogue& of(const std::string& model_id);
  TableOutfits& tables() { return tables_; }

  /// Every vector of this model that can be made is there; it is the one to ask as long as it is wanted
  /// (model_choice.h).
  void note_complete(const std::string& model_id) { complete_.insert(model_id); }
  bool is_complete(const std::string& model_id) const { return complete_.count(model_id) > 0; }
  /// Whether nobody has asked for any garments yet.
  bool empty() const { return last_.empty(); }

 private:
  std::set<std::string> complete_;
  std::list<GarmentCatalogue> last_;  ///< the newest first
  TableOutfits tables_;
};

}  // namespace jaedan::workflow
