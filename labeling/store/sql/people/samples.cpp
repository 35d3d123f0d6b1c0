#include "labeling/store/sql/people/samples.h"

#include "labeling/store/people/sample_rules.h"
#include "labeling/store/sql/people/tasks.h"
#include "labeling/store/sql/photos.h"

namespace jaedan::labeling::sql {
namespace {

std::vector<Sample> samples_where(Connection& connection, const std::string& condition, long long key, int limit) {
  Sample row;
  long long id = 0;
  long long seed = 0;
  int stage = -1;
  int accepted = -1;
  int returned = -1;
  int state = 0;
  soci::statement select =
      (connection.session().prepare << "select id, at, percent, seed, stage, least_accepted, most_returned, state"
                                       " from sample "
                                    << condition << " order by id limit :most",
       soci::use(key, "key"), soci::use(limit, "most"), soci::into(id), soci::into(row.at), soci::into(row.percent),
       soci::into(seed), soci::into(stage), soci::into(accepted), soci::into(returned), soci::into(state));
  select.execute();
  std::vector<Sample> samples;
  while (select.fetch()) {
    Sample& sample = samples.emplace_back(row);
    sample.id = SampleId{id};
    sample.seed = seed;
    sample.stage = stage_of(stage);
    if (accepted >= 0) sample.rule.least_accepted_percent = accepted;
    if (returned >= 0) sample.rule.most_returned = returned;
    sample.state = static_cast<SampleState>(state);
  }
  return samples;
}

}  // namespace

Result<SampleId> add_sample(Connection& connection, const Sample& sample, const std::vector<SampledPhoto>& photos) {
  const long long seed = sample.seed;
  const int stage = number_of(sample.stage);
  const int accepted = sample.rule.least_accepted_percent.value_or(-1);
  const int returned = sample.rule.most_returned.value_or(-1);
  long long id = 0;
  connection.session() << "insert into sample(at, percent, seed, stage, least_accepted, most_returned)"
                          " values(:at, :percent, :seed, :stage, :accepted, :returned) returning id",
      soci::use(sample.at), soci::use(sample.percent), soci::use(seed), soci::use(stage), soci::use(accepted),
      soci::use(returned), soci::into(id);
  long long photo = 0;
  long long worker = 0;
  int chosen = 0;
  long long revision = 0;
  soci::statement insert =
      (connection.session().prepare << "insert into sample_photo(sample_id, photo_id, user_id, chosen, revision)"
                                       " values(:sample, :photo, :worker, :chosen, :revision)",
       soci::use(id), soci::use(photo), soci::use(worker), soci::use(chosen), soci::use(revision));
  soci::statement hold = (connection.session().prepare
                              << "update photo set claim = :held where id = :id and claim = 0 and revision = :revision",
                          soci::use(kHeldBySample), soci::use(photo), soci::use(revision));
  for (const SampledPhoto& one : photos) {
    JAEDAN_RETURN_IF_ERROR(require_photo(connection, one.photo));
    photo = one.photo.value;
    worker = one.worker.value;
    chosen = one.chosen ? 1 : 0;
    revision = one.revision;
    insert.execute(true);
    if (!one.chosen) hold.execute(true);
  }
  return SampleId{id};
}

Result<Sample> sample(Connection& connection, SampleId id) {
  const std::vector<Sample> found = samples_where(connection, "where id = :key", id.value, 1);
  if (found.empty()) return sample_unknown(id);
  return found.front();
}

Result<std::vector<Sample>> samples(Connection& connection, SampleId after, int limit) {
  return samples_where(connection, "where id > :key", after.value, limit);
}

Result<std::vector<SampledPhoto>> sampled_photos(Connection& connection, SampleId id, PhotoId after, int limit) {
  const long long key = id.value;
  const long long behind = after.value;
  long long photo = 0;
  long long worker = 0;
  int chosen = 0;
  long long revision = 0;
  long long approved = 0;
  soci::statement select =
      (connection.session().prepare << "select photo_id, user_id, chosen, revision, approved from sample_photo"
                                       " where sample_id = :sample and photo_id > :after order by photo_id limit :most",
       soci::use(key), soci::use(behind), soci::use(limit), soci::into(photo), soci::into(worker), soci::into(chosen),
       soci::into(revision), soci::into(approved));
  select.execute();
  std::vector<SampledPhoto> photos;
  while (select.fetch()) {
    photos.push_back({PhotoId{photo}, UserId{worker}, chosen != 0, revision, approved});
  }
  return photos;
}

Status set_approved_by_rule(Connection& connection, SampleId id, PhotoId photo, std::int64_t revision) {
  const long long sample_key = id.value;
  const long long photo_key = photo.value;
  const long long number = revision;
  connection.session()
      << "update sample_photo set approved = :revision where sample_id = :sample and photo_id = :photo",
      soci::use(number), soci::use(sample_key), soci::use(photo_key);
  return {};
}

Status set_sample_state(Connection& connection, SampleId id, SampleState before, SampleState after) {
  JAEDAN_ASSIGN_OR_RETURN(const Sample known, sample(connection, id));
  if (known.state != before) return sample_not_so(id, known.state);
  const long long key = id.value;
  const int state = static_cast<int>(after);
  connection.session() << "update sample set state = :state where id = :id", soci::use(state), soci::use(key);
  if (before != SampleState::kOpen) return {};
  // What another sample holds was drawn for that one since, or with another revision.
  connection.session() << "update photo set claim = 0 where claim = :held"
                          " and id in (select photo_id from sample_photo where sample_id = :sample and chosen = 0)"
                          " and revision = (select s.revision from sample_photo s"
                          " where s.sample_id = :sample and s.photo_id = photo.id)",
      soci::use(kHeldBySample, "held"), soci::use(key, "sample");
  return {};
}

}  // namespace jaedan::labeling::sql
