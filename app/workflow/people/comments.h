#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/workflow/project/project.h"
#include "labeling/review/actor.h"

namespace jaedan::workflow {

/// What is said of a photo to whoever works on it next, and stands in the log. Everybody of the project may: kForbidden
/// as as_of_now.

/// What is said of the photo, the oldest first, as the person of this name may see it: who works on an answer of their
/// own about it sees what they said themselves alone, for the rest would tell of the others, or that it was inspected.
Result<std::vector<labeling::Comment>> comments_for(const Project& project, PhotoId photo, const std::string& who);

/// `comment.who` and `comment.at` are the actor and now. kInvalidArgument for a place outside the photo.
Result<labeling::Comment> add_comment(Project& project, const Actor& actor, labeling::Comment comment);
/// The same inside a batch (Store::batch) of who calls.
Result<labeling::Comment> add_comment_in_batch(Project& project, const Actor& actor, labeling::Comment comment);
/// Marks a comment as settled; one that is stays as it is.
Result<labeling::Comment> resolve_comment(Project& project, const Actor& actor, CommentId id);
/// The same inside a batch of who calls.
Result<labeling::Comment> resolve_comment_in_batch(Project& project, const Actor& actor, CommentId id);

}  // namespace jaedan::workflow
