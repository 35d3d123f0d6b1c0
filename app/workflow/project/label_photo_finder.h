#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "app/workflow/project/project.h"
#include "labeling/formats/photo_finder.h"
#include "labeling/io/image_header.h"

namespace jaedan::workflow {

/// Finds the photo that a label file speaks of: beside it, below the folder that is imported, in the tree that lies
/// parallel to a folder of labels (라벨링데이터/, labels/), in a folder beside it, or among the photos that the project
/// has already. Folders are read when something below them is looked for; ask folder by folder.
class LabelPhotoFinder {
 public:
  /// `source`: the folder or the one file that is imported.
  LabelPhotoFinder(Project& project, const std::string& source);

  /// The photo for `label_file`, which names it `named` (may be empty) and gives it `size` (0 × 0: unknown). `alone`:
  /// the file speaks of no other photo. A photo on disk comes with the size in its header and without an id, one of the
  /// project with its id. What suits best is said by labeling/formats/photo_finder.h; of equals the project's is taken,
  /// then the one of `size`, then the one that an export would have called so (file_names.h). A photo of the project is
  /// none when `size` is another. A copy on disk of a photo of the project, of the same file name and the same bytes,
  /// is that photo. A photo on disk outside of `source` is none when its size is another, either. Pictures drawn from
  /// labels (labeling/io/own_picture.h) are no photos. kNotFound: none, or several suit equally well; errors of reading
  /// folders, the photo's header and the store.
  Result<Photo> find(const std::filesystem::path& label_file, const std::string& named, labeling::ImageSize size,
                     bool alone);

  /// Whether `photo`, which `find` gave, is new to the project and lies outside of `source`: somebody may wonder.
  bool is_outside(const Photo& photo) const;
  const std::filesystem::path& source() const { return source_; }  ///< the folder, real

 private:
  struct Candidate {
    Photo photo;  ///< without an id: on disk, its size not read yet
    labeling::PhotoMatch match;
  };
  using Candidates = std::vector<Candidate>;

  /// The file as a photo without an id; the project's own when that is a copy of it.
  Result<Photo> photo_on_disk(const std::string& path);
  Status list_source();
  Status list_project();
  void add_from_around(const labeling::PhotoClue& clue, labeling::ImageSize size, Candidates& candidates,
                       std::optional<Photo>& other_size) const;
  void list_around(const std::filesystem::path& folder, int deepest);
  void add_from_disk(const labeling::PhotoFinder& finder, const labeling::PhotoClue& clue,
                     Candidates& candidates) const;
  /// The project's photo that the link `path` leads to; null for what is no such link.
  const Photo* photo_behind_link(const std::string& path) const;
  void add_from_project(const labeling::PhotoClue& clue, labeling::ImageSize size, Candidates& candidates,
                        std::optional<Photo>& other_size) const;
  static void keep_best(Candidates& candidates);
  static void keep_size(labeling::ImageSize size, Candidates& candidates);
  static void keep_called(const std::filesystem::path& label_file, Candidates& candidates);

  Project& project_;
  const std::filesystem::path source_;  ///< the folder, real
  const bool one_file_;
  std::filesystem::path listed_folder_;  ///< of `beside_`
  std::filesystem::path real_folder_;    ///< the same, links followed
  labeling::PhotoFinder beside_;
  std::optional<labeling::PhotoFinder> below_source_;
  std::optional<std::filesystem::path> around_folder_;
  labeling::PhotoFinder around_;
  std::optional<labeling::PhotoFinder> in_project_;
  std::vector<Photo> project_photos_;  ///< in the order of `in_project_`
  std::unordered_map<std::string, std::size_t> by_path_;
  std::unordered_multimap<std::string, std::size_t> by_file_name_;  ///< in form C
};

}  // namespace jaedan::workflow
