// return, comment: what is said of a photo to whoever works on it next.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "app/cli/acting.h"
#include "app/cli/open_project.h"
#include "app/cli/output.h"
#include "app/cli/verb.h"
#include "app/workflow/people/comments.h"
#include "app/workflow/photo/review.h"
#include "app/workflow/photo/undo_decision.h"
#include "app/workflow/project/find_photo.h"

namespace jaedan::cli {
namespace {

constexpr const char* kPlaceHelp = "where in the photo: x,y in pixels";

/// What the command line says, of both verbs.
struct CommentWords {
  std::string project;
  std::string image;
  std::string stage;
  std::string reason;
  std::string text;
  std::string at;
  std::int64_t comment = 0;
  bool undoes = false;
  Acting acting;
  bool json = false;
};

/// "x,y"; none for no word.
Result<std::optional<Point>> parse_place(const std::string& word) {
  if (word.empty()) return std::optional<Point>();
  const std::vector<double> numbers = numbers_in(word);
  if (numbers.size() == 2) return std::optional<Point>(Point{numbers[0], numbers[1]});
  return Error{ErrorCode::kInvalidArgument, "cli.wrong_place", "--at takes x,y in pixels, not '{0}'", {one_line(word)}};
}

nlohmann::json json_of(const labeling::Comment& comment) {
  nlohmann::json document = {{"id", comment.id.value}, {"photo", comment.photo.value},
                             {"who", comment.who},     {"at", comment.at},
                             {"text", comment.text},   {"place", nullptr},
                             {"stage", nullptr},       {"reason", nullptr},
                             {"resolved_by", nullptr}};
  if (comment.place) document["place"] = {comment.place->x, comment.place->y};
  if (comment.stage) document["stage"] = id_of(*comment.stage);
  if (comment.reason) document["reason"] = id_of(*comment.reason);
  if (!comment.resolved_by.empty()) {
    document["resolved_by"] = comment.resolved_by;
    document["resolved_at"] = comment.resolved_at;
  }
  return document;
}

std::string line_of(const labeling::Comment& comment) {
  std::string line = std::to_string(comment.id.value) + "  " + comment.at + "  " + one_line(comment.who);
  if (comment.stage) line += "  to " + std::string(id_of(*comment.stage));
  if (comment.reason) line += "  " + std::string(id_of(*comment.reason));
  if (comment.place) {
    char place[64];
    std::snprintf(place, sizeof(place), "  at %g,%g", comment.place->x, comment.place->y);
    line += place;
  }
  if (!comment.text.empty()) line += "  " + one_line(comment.text);
  if (!comment.resolved_by.empty()) line += "  (resolved by " + one_line(comment.resolved_by) + ")";
  return line;
}

int print_comment(const Result<labeling::Comment>& comment, const CommentWords& words) {
  if (!comment.ok()) return fail(comment.error());
  if (words.json) {
    print_json(json_of(*comment));
  } else {
    std::printf("%s\n", line_of(*comment).c_str());
  }
  return kDone;
}

int list(const CommentWords& words) {
  const Result<workflow::Project> project = open_project(words.project);
  if (!project.ok()) return fail(project.error());
  const Result<Photo> photo = workflow::find_photo(*project, words.image);
  if (!photo.ok()) return fail(photo.error());
  const Result<std::vector<labeling::Comment>> comments =
      workflow::comments_for(*project, photo->id, words.acting.user);
  if (!comments.ok()) return fail(comments.error());
  nlohmann::json document = nlohmann::json::array();
  for (const labeling::Comment& comment : *comments) {
    if (words.json) {
      document.push_back(json_of(comment));
    } else {
      std::printf("%s\n", line_of(comment).c_str());
    }
  }
  if (words.json) print_json(document);
  return kDone;
}

int add(const CommentWords& words) {
  Result<workflow::Project> project = open_project(words.project);
  if (!project.ok()) return fail(project.error());
  const Result<std::optional<Point>> place = parse_place(words.at);
  if (!place.ok()) return fail(place.error());
  const Result<Actor> actor = acting_user(*project, words.acting);
  if (!actor.ok()) return fail(actor.error());
  const Result<Photo> photo = workflow::find_photo(*project, words.image);
  if (!photo.ok()) return fail(photo.error());
  labeling::Comment comment;
  comment.photo = photo->id;
  comment.text = words.text;
  comment.place = *place;
  return print_comment(workflow::add_comment(*project, *actor, comment), words);
}

int resolve(const CommentWords& words) {
  Result<workflow::Project> project = open_project(words.project);
  if (!project.ok()) return fail(project.error());
  const Result<Actor> actor = acting_user(*project, words.acting);
  if (!actor.ok()) return fail(actor.error());
  return print_comment(workflow::resolve_comment(*project, *actor, CommentId{words.comment}), words);
}

Result<workflow::ReturnChoice> return_choice(const CommentWords& words) {
  workflow::ReturnChoice choice;
  JAEDAN_ASSIGN_OR_RETURN(choice.place, parse_place(words.at));
  choice.stage = stage_from_id(words.stage);
  choice.reason = return_reason_from_id(words.reason);
  choice.text = words.text;
  return choice;
}

int undo_decision(workflow::Project& project, const Photo& photo, const Actor& inspector, bool json) {
  const Result<WorkflowState> state = workflow::undo_decision(project, photo.id, inspector);
  if (!state.ok()) return fail(state.error());
  if (json) {
    print_json({{"photo", photo.name}, {"image", photo.id.value}, {"state", id_of(*state)}});
  } else {
    std::printf("the decision on %s was taken back: it is %s\n", one_line(photo.name).c_str(),
                std::string(id_of(*state)).c_str());
  }
  return kDone;
}

std::vector<std::string> reason_ids() {
  std::vector<std::string> ids;
  for (const ReturnReason reason : kAllReturnReasons) ids.emplace_back(id_of(reason));
  return ids;
}

CLI::App* add_kind_of_comment(CLI::App& app, const char* name, const char* help, CommentWords& words) {
  CLI::App* const kind = app.add_subcommand(name, help);
  kind->add_option("PROJECT", words.project, "the project")->required();
  kind->add_flag("--json", words.json, "print one JSON document");
  return kind;
}

}  // namespace

int cmd_return(const Arguments& arguments) {
  CLI::App app("Sends a photo back to be worked on again, at a stage, with a reason and words for whoever gets it.",
               "return");
  CommentWords words;
  app.add_option("PROJECT", words.project, "the project")->required();
  app.add_option("--image", words.image, kImageHelp)->required();
  app.add_option("--stage", words.stage, "drawn, basic or expert; left out: the first one")
      ->check(CLI::IsMember({"drawn", "basic", "expert", "inspect"}));
  app.add_option("--reason", words.reason, "why")->check(CLI::IsMember(reason_ids()));
  app.add_option("--text", words.text, "what is to be done, in words");
  app.add_option("--at", words.at, kPlaceHelp);
  app.add_flag("--undo", words.undoes,
               "take your last decision on the photo back instead, an approval or a return, if nothing happened since");
  add_acting_options(app, words.acting);
  app.add_flag("--json", words.json, "print one JSON document");
  if (const auto stop = parse(app, arguments)) return *stop;

  Result<workflow::Project> project = open_project(words.project);
  if (!project.ok()) return fail(project.error());
  const Result<workflow::ReturnChoice> choice = return_choice(words);
  if (!choice.ok()) return fail(choice.error());
  const Result<Actor> inspector = acting_user(*project, words.acting);
  if (!inspector.ok()) return fail(inspector.error());
  const Result<Photo> photo = workflow::find_photo(*project, words.image);
  if (!photo.ok()) return fail(photo.error());
  if (words.undoes) return undo_decision(*project, *photo, *inspector, words.json);
  const Status moved = workflow::return_photo(*project, photo->id, *inspector, *choice);
  if (!moved.ok()) return fail(moved.error());
  if (words.json) {
    nlohmann::json document = {{"photo", photo->name},
                               {"image", photo->id.value},
                               {"state", id_of(WorkflowState::kReturned)},
                               {"stage", nullptr},
                               {"reason", nullptr}};
    if (choice->stage) document["stage"] = words.stage;
    if (choice->reason) document["reason"] = words.reason;
    print_json(document);
  } else {
    std::printf("%s was returned%s%s\n", one_line(photo->name).c_str(), choice->stage ? " to " : "",
                words.stage.c_str());
  }
  return kDone;
}

int cmd_comment(const Arguments& arguments) {
  CLI::App app("What people say of a photo to whoever works on it next, pinned to a place or not.", "comment");
  CommentWords words;
  CLI::App* const adding = add_kind_of_comment(app, "add", "says something of a photo", words);
  adding->add_option("--image", words.image, kImageHelp)->required();
  adding->add_option("--text", words.text, "what there is to say")->required();
  adding->add_option("--at", words.at, kPlaceHelp);
  add_acting_options(*adding, words.acting);
  CLI::App* const listing = add_kind_of_comment(app, "list", "lists what was said of a photo, oldest first", words);
  listing->add_option("--image", words.image, kImageHelp)->required();
  add_acting_options(*listing, words.acting);
  CLI::App* const resolving = add_kind_of_comment(app, "resolve", "marks a comment as settled", words);
  resolving->add_option("COMMENT", words.comment, "number of the comment, as 'list' shows it")->required();
  add_acting_options(*resolving, words.acting);
  app.require_subcommand(1);
  if (const auto stop = parse(app, arguments)) return *stop;
  if (listing->parsed()) return list(words);
  return adding->parsed() ? add(words) : resolve(words);
}

}  // namespace jaedan::cli
