#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "app/gui/project/embed_ahead.h"
#include "app/gui/project/manage_desk.h"
#include "app/gui/project/photo_list.h"
#include "app/gui/project/photo_loader.h"
#include "app/gui/project/prefill_ahead.h"
#include "app/gui/project/project_thread.h"
#include "app/gui/project/readings.h"
#include "app/gui/project/review_desk.h"
#include "app/gui/project/saver.h"
#include "app/gui/project/task_desk.h"
#include "app/gui/project/thumbnails.h"
#include "app/workflow/outfits/suggest_outfits.h"
#include "app/workflow/recommend/garment_catalogue.h"
#include "app/workflow/recommend/search_photos.h"

namespace jaedan::gui {

/// What a person is answering: of which photo and garment (none: of the photo as a whole), which attribute.
struct AskedQuestion {
  PhotoId photo;
  GarmentId garment;
  std::string attribute;

  friend bool operator==(const AskedQuestion& a, const AskedQuestion& b) {
    return a.photo == b.photo && a.garment == b.garment && a.attribute == b.attribute;
  }
};

/// An open project: its threads, its photo list, and the photo on screen. Lives on the window's thread.
class Workspace {
 public:
  struct Events {
    std::function<void(const Error&)> failed;         ///< something went wrong
    std::function<void(const Error&)> clicks_failed;  ///< the thread for clicks cannot open the project
    std::function<void(const Error&)> shut_out;       ///< who works is nobody who may; nothing is shown then
    std::function<void()> let_in;                     ///< … is somebody who may
    std::function<void(bool)> photo_changed;          ///< another photo, or none; true: the same, read again
    std::function<void(PhotoId)> returned;            ///< TaskDesk::Events::returned
    std::function<void(const HeldTask&)> task_ended;  ///< TaskDesk::Events::ended
    std::function<void(labeling::PhotoFilter, workflow::PhotoTotal)> photos_found;  ///< ManageDesk::Events::photos
    std::function<void(const Message&)> told;  ///< something that the person wants to know
    std::function<void()> wake;                ///< from any thread: there is something to drain
  };

  /// What is on screen first.
  struct FirstLook {
    PhotoId photo = {};  ///< none: the first of the list
    labeling::PhotoOrder order = {};
  };

  /// Photos are read at once; nothing of them is taken in, let alone shown, before the project is found to know `actor`
  /// (workflow::as_of_now).
  Workspace(std::string path, const Actor& actor, FirstLook first, Events events);
  /// Saves what is left to save, or gives up after some seconds.
  ~Workspace();

  const std::string& path() const { return path_; }
  std::string name() const;

  PhotoList& photos() { return photos_; }
  const PhotoList& photos() const { return photos_; }
  Thumbnails& thumbnails() { return thumbnails_; }
  ProjectThread& reader() { return reader_; }
  /// For recommendations, which may have to read many garments first.
  ProjectThread& finder() { return finder_; }
  /// The garments that recommendations come from, held from question to question; for work of the finder only.
  std::shared_ptr<workflow::GarmentCatalogues> garments() { return garments_; }
  /// What goes together, held in the same way; for work of the finder only.
  std::shared_ptr<workflow::OutfitMemory> outfits() { return outfits_; }
  /// What searches by words read, held in the same way; for work of the finder only.
  std::shared_ptr<workflow::SearchMemory> search() { return search_; }
  /// For the map of all garments, which takes seconds to learn and must keep nobody else waiting.
  ProjectThread& mapper() { return mapper_; }
  const ProjectThread& mapper() const { return mapper_; }
  /// For clicks, which must not wait for anything else.
  ProjectThread& clicker() { return clicker_; }
  /// The model in use, kept open for whoever asks it: by key, or ahead of people.
  std::shared_ptr<workflow::SharedModel> model() { return model_; }
  const PrefillAhead& ahead() const { return ahead_; }
  /// Whether the model works before anybody asks: pre-fills the photos that come next, and makes the vectors of
  /// approved garments.
  void prefill_ahead(bool on) {
    ahead_.turn(on);
    embed_ahead_.turn(on);
  }
  /// Once a frame: what is being answered of the photo on screen, by keys; nothing when no question is. When a person
  /// begins to answer, the model that pre-filled the photo is asked about garments that it has said nothing of, as long
  /// as pre-filling ahead is on and nothing else is being done; who sees tasks only is left alone, for whom a control
  /// must look like any other photo. The answer comes into the photo with the next question: what a key does never
  /// changes under the hand.
  void follow_question(std::optional<AskedQuestion> question);
  /// For work that takes long: models, imports.
  ProjectThread& worker() { return worker_; }
  const ProjectThread& worker() const { return worker_; }

  /// What the person has in hand; of all but managers nothing else is shown.
  TaskDesk& tasks() { return desk_; }
  const TaskDesk& tasks() const { return desk_; }
  /// What changed in photos that are reviewed, and what people say of them.
  ReviewDesk& reviews() { return reviews_; }
  /// What a manager asks and changes.
  ManageDesk& manage() { return manage_; }
  /// What was changed goes to the project before whatever is asked of it next.
  void save_now();

  /// The photo on screen; null before the first.
  Document* document() { return document_.get(); }
  PhotoId current() const { return document_ ? document_->id() : PhotoId{}; }
  /// Asks for a photo; the old one stays on screen until it is there.
  void open(PhotoId id);
  /// Where photos are gone from, as far as anybody has noticed (workflow::lost_place); empty: from nowhere.
  const std::string& lost() const { return lost_; }
  /// Why nothing can be saved, asked once, when the project was opened; empty: everything can. Nothing is pre-filled
  /// then, and nothing that is begun is kept.
  const std::optional<Error>& read_only() const { return read_only_; }
  /// Photos may be elsewhere now: everything is read again, also what could not be.
  void photos_relocated();
  /// A batch changed the project: everything read so far is out of date.
  void project_changed();
  /// How much photos that were read may take: the one on screen, and as many of its neighbours as fit besides.
  void set_cache_mb(int cache_mb) { cache_mb_ = cache_mb; }
  void set_actor(const Actor& actor);
  /// Whether it is known that who works may.
  bool is_in() const { return is_in_; }
  /// While an import runs, the list is read again now and then.
  void photos_are_coming(bool coming) { photos_are_coming_ = coming; }
  /// The photo so many places on in the list (back when negative) from the one on screen; nothing beyond its ends.
  std::optional<PhotoId> beside(std::int64_t places) const;
  /// The photo as it is in memory, with what is not saved yet; null when it is not there.
  std::shared_ptr<const Document> loaded(PhotoId id) const { return loader_.find(id); }
  /// `direction` +1 or -1, from the photo on screen. False when there is none.
  bool step(int direction, bool unfinished_only);

  /// Once a frame, before drawing: takes finished work in. Returns how much there was.
  int update(double now_s, bool gesture_under_way);
  bool loading() const { return wanted_ && (!document_ || document_->id() != wanted_); }
  /// The photos in memory, to be changed there.
  std::vector<std::shared_ptr<Document>> open_documents() const;
  /// Whether everything that was done to photos is in the project, shapes that were begun too.
  bool safe() const;
  /// Photos whose last save failed, wherever in the list they are.
  std::vector<PhotoId> unsaved() const;
  /// Why this will not come to rest by itself: a photo that cannot be saved, a project that cannot be opened.
  std::optional<Error> stuck() const;
  bool idle() const;

 private:
  void read_ahead(const FirstLook& first);
  void ask_whether_known(const Actor& actor);
  void let_in(const Status& known);
  TaskDesk::Events desk_events();
  ReviewDesk::Events review_events();
  ManageDesk::Events manage_events();
  void read_again(PhotoId id);
  void show_nothing_of_others();
  void project_failed(const Error& error);
  void ask_whether_it_may_be_written();
  void photo_failed(PhotoId id, const Error& error);
  void find_out_what_is_lost(PhotoId id);
  void show_wanted();
  void prefetch_neighbours();
  std::vector<PhotoId> photos_to_prefill();
  bool nobody_waits() const;
  void ask_about_garments(PhotoId id);
  void take_prediction(PhotoId id, Prediction prediction);
  void hand_out_predictions(bool gesture_under_way);
  void read_garments_ahead();
  void turn_to_model(const std::string& model_id);
  void work_ahead(bool gesture_under_way);

  std::string path_;
  Events events_;
  // Three connections, so that a server can serve many studios. Saving waits for nobody; thumbnails and clicks ask the
  // database for next to nothing and share the reader's; what takes long is by itself.
  std::shared_ptr<ProjectConnection> reading_;
  std::shared_ptr<ProjectConnection> writing_;
  std::shared_ptr<ProjectConnection> working_;
  ProjectThread reader_;
  ProjectThread writer_;
  ProjectThread pictures_;
  ProjectThread finder_;
  ProjectThread clicker_;
  ProjectThread worker_;
  ProjectThread mapper_;
  ProjectThread forerunner_;
  PhotoList photos_;
  PhotoLoader loader_;
  Saver saver_;
  Thumbnails thumbnails_;
  std::shared_ptr<workflow::SharedModel> model_ = std::make_shared<workflow::SharedModel>();
  std::shared_ptr<workflow::GarmentCatalogues> garments_ = std::make_shared<workflow::GarmentCatalogues>();
  std::shared_ptr<workflow::OutfitMemory> outfits_ = std::make_shared<workflow::OutfitMemory>();
  std::shared_ptr<workflow::SearchMemory> search_ = std::make_shared<workflow::SearchMemory>();
  PrefillAhead ahead_;
  EmbedAhead embed_ahead_;
  TaskDesk desk_;
  ReviewDesk reviews_;
  ManageDesk manage_;
  std::map<PhotoId, Prediction> fresh_;  ///< what the model just said of photos that were read before it did
  std::optional<AskedQuestion> question_;
  std::optional<AskedQuestion> question_at_answer_;  ///< that was being answered when `fresh_` last got something
  bool wants_words_ = false;                         ///< somebody began to answer; asked as soon as all is saved
  std::pair<PhotoId, std::int64_t> asked_about_;     ///< the photo and its revision that the model was asked about last
  std::shared_ptr<Document> document_;
  std::map<PhotoId, ProposalChoices> choices_;  ///< of photos seen before
  PhotoId wanted_;                              ///< to be shown as soon as it is there
  PhotoId position_;                            ///< the photo asked for last, even if it cannot be read
  std::int64_t prefetched_of_ = 0;              ///< photos that the list knew when the neighbours were last asked for
  double cache_mb_ = 600;
  double now_s_ = 0;  ///< of the last update
  bool photos_are_coming_ = false;
  bool garments_are_read_ = false;  ///< or being read, for the first who asks what is like one
  double look_again_at_s_ = 0;
  bool is_in_ = false;                ///< who works may
  int unreadable_ = 0;                ///< photos tried in vain before the first
  bool gave_up_ = false;              ///< no photo of the project can be read
  std::optional<Error> cannot_open_;  ///< the project
  std::string lost_;
  bool may_be_written_ = false;     ///< it was asked, and it may
  std::optional<Error> read_only_;  ///< it was asked, and it may not
};

}  // namespace jaedan::gui
