#include "app/workflow/project/label_photo_finder.h"

#include "app/workflow/project/photo_files.h"

namespace jaedan::workflow {

namespace fs = std::filesystem;

Result<std::optional<Photo>> LabelPhotoFinder::find(const fs::path& label_file, const std::string& named,
                                                    labeling::ImageSize size) {
  const fs::path above = label_file.parent_path().parent_path();
  const fs::path name = label_file.filename();
  std::optional<fs::path> file = beside_.find(label_file, named);
  // A mask is a picture itself, in a folder of its own.
  if (!file || *file == label_file) file = above_.find(above / name, named);
  if (!file) file = images_.find(above / "images" / name, named);
  if (file) {
    JAEDAN_ASSIGN_OR_RETURN(Photo photo, photo_of_file(*file));
    return std::optional<Photo>(std::move(photo));
  }
  const std::string stem = (named.empty() ? name : fs::path(named).filename()).stem().string();
  JAEDAN_ASSIGN_OR_RETURN(std::optional<Photo> known, photos_.photo_named(stem));
  if (known && size.width > 0 && (known->width != size.width || known->height != size.height)) known.reset();
  return known;
}

}  // namespace jaedan::workflow
