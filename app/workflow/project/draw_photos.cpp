#include "app/workflow/project/draw_photos.h"

#include "app/workflow/project/project.h"
#include "labeling/base/file_system.h"
#include "labeling/synth/write_photos.h"

namespace jaedan::workflow {

Result<BatchReport> draw_photos(const DrawPhotosRequest& request, const Watch& watch) {
  JAEDAN_ASSIGN_OR_RETURN(const auto taxonomy, load_project_taxonomy());
  BatchReport report;
  labeling::WriteDrawnOptions options;
  options.photos = request.photos;
  options.cancel = watch.cancel ? &watch.cancel->flag() : nullptr;
  options.progress = [&](int done, int total) {
    report.done = done;
    watch.report({"drawing", done, total, ""});
  };
  const Status written =
      labeling::write_drawn_photos(request.out, request.count, request.seed, *taxonomy, options, disk());
  report.cancelled = !written.ok() && written.error().code == ErrorCode::kCancelled;
  if (!written.ok() && !report.cancelled) return written.error();
  return report;
}

}  // namespace jaedan::workflow
