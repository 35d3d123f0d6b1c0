#include "app/cli/people/photo_words.h"

#include <CLI/CLI.hpp>

#include "app/cli/acting.h"
#include "app/workflow/project/filter_expression.h"
#include "app/workflow/project/find_photo.h"
#include "labeling/base/plural.h"

namespace jaedan::cli {

void add_photo_options(CLI::App& app, PhotoWords& words) {
  CLI::Option* const image = app.add_option("--image", words.image, kImageHelp);
  app.add_option("--filter", words.filter, "these photos, e.g. \"status=drawn text=0010\"")->excludes(image);
}

Status check_names_photos(const PhotoWords& words) {
  if (!words.image.empty() || !words.filter.empty()) return {};
  return Error{ErrorCode::kInvalidArgument, "cli.assign_what", "say which photos: --image or --filter"};
}

int with_photos(workflow::Project& project, const PhotoWords& words, const OnePhoto& one, const ManyPhotos& many,
                const std::string& done) {
  if (!words.image.empty()) {
    const Result<Photo> photo = workflow::find_photo(project, words.image);
    return photo.ok() ? one(*photo) : fail(photo.error());
  }
  const Result<labeling::PhotoFilter> filter = workflow::parse_filter(words.filter, project);
  if (!filter.ok()) return fail(filter.error());
  Console console;
  return finish_photos(many(*filter, console.watch()), words, done);
}

int finish_photos(const Result<workflow::BatchReport>& report, const PhotoWords& words, const std::string& done) {
  return report.ok() ? finish(*report, counted(report->done, "photo") + done, words.json) : fail(report.error());
}

Result<workflow::BatchReport> batch_of_one(const Status& done) {
  return batch_of_one(done.ok() ? Result<bool>(true) : Result<bool>(done.error()));
}

Result<workflow::BatchReport> batch_of_one(const Result<bool>& changed) {
  if (!changed.ok()) return changed.error();
  workflow::BatchReport report;
  ++(*changed ? report.done : report.skipped);
  return report;
}

}  // namespace jaedan::cli
