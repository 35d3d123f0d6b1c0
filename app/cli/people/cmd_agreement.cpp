// agreement: how far the people of a file of ratings agree.
#include <CLI/CLI.hpp>
#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <optional>

#include "app/cli/output.h"
#include "app/cli/verb.h"
#include "app/workflow/people/measure_agreement.h"

namespace jaedan::cli {
namespace {

using workflow::AgreementAnswer;
using workflow::MeasuredAgreement;

/// Shares are said in percent, what is corrected for chance as it is.
bool is_share(const MeasuredAgreement& one) { return one.key == "percent" || one.key == "unanimous"; }
double factor_of(const MeasuredAgreement& one) { return is_share(one) ? 100 : 1; }

/// Where the measure stands in a document or one of its parts.
nlohmann::json& place_of(const MeasuredAgreement& one, nlohmann::json& document) {
  if (one.key != "krippendorff") return document[one.key];
  return document[one.key][std::string(labeling::id_of(one.level))];
}

nlohmann::json number_or_null(const labeling::Measure& measure, double factor = 1) {
  return measure.value ? nlohmann::json(*measure.value * factor) : nlohmann::json();
}

/// Why there is no figure; of a level that the values do not allow, which value stands in the way.
Message reason_of(const MeasuredAgreement& one, const labeling::RatingTable& table) {
  const labeling::WhyNot why = one.measure.why_not;
  return why == labeling::WhyNot::kLevel ? table.require(one.level).error().message : labeling::message_of(why);
}

nlohmann::json reason_json(const MeasuredAgreement& one, const labeling::RatingTable& table) {
  const Message said = reason_of(one, table);
  return {{"code", labeling::id_of(one.measure.why_not)}, {"reason", said.text()}, {"key", said.key}};
}

nlohmann::json agreement_json(const AgreementAnswer& answer, const labeling::BootstrapOptions& bootstrap) {
  const labeling::RatingTable& table = answer.ratings.table;
  nlohmann::json document = {{"units", table.units()},
                             {"ratings", table.ratings()},
                             {"missing", table.units() * table.raters() - table.ratings()},
                             {"categories", table.categories()},
                             {"header", answer.ratings.header},
                             {"confidence", bootstrap.confidence},
                             {"resamples", bootstrap.resamples},
                             {"seed", bootstrap.seed},
                             {"raters", nlohmann::json::array()},
                             {"intervals", nlohmann::json::object()},
                             {"left_out", nlohmann::json::object()},
                             {"undefined", nlohmann::json::object()}};
  for (const MeasuredAgreement& one : answer.measures) {
    place_of(one, document) =
        one.measure.value ? nlohmann::json(*one.measure.value * factor_of(one)) : nlohmann::json();
    nlohmann::json& interval = place_of(one, document["intervals"]);
    if (const auto& found = one.interval.interval)
      interval = {found->low * factor_of(one), found->high * factor_of(one)};
    place_of(one, document["left_out"]) = one.interval.left_out;
    if (!one.measure.value) place_of(one, document["undefined"]) = reason_json(one, table);
  }
  for (std::size_t i = 0; i < answer.raters.size(); ++i) {
    const labeling::RaterAgreement& rater = answer.raters[i];
    document["raters"].push_back({{"name", answer.ratings.raters[i]},
                                  {"units", rater.units},
                                  {"percent", number_or_null(rater.agreement, 100)},
                                  {"kappa", number_or_null(rater.kappa)}});
  }
  return document;
}

std::string title_of(const MeasuredAgreement& one, std::size_t raters) {
  if (one.key == "percent") return "percent agreement";
  if (one.key == "unanimous") return "units with one answer";
  if (one.key == "fleiss") return "Fleiss' kappa";
  if (one.key == "krippendorff") return "Krippendorff's alpha, " + std::string(labeling::id_of(one.level));
  std::string title = "Cohen's kappa";
  if (one.key == "cohen_linear") title += ", linear weights";
  if (one.key == "cohen_quadratic") title += ", quadratic weights";
  return raters > 2 ? title + " (mean of pairs)" : title;
}

/// Percent with two places, others with four; what rounds to nothing has no sign.
std::string figure(double value, bool share) {
  const double places = share ? 100 : 10000;
  char text[32];
  std::snprintf(text, sizeof text, share ? "%.2f" : "%.4f", std::round(value * places) / places + 0.0);
  return text;
}

std::string figure_or_dash(const labeling::Measure& measure, bool share) {
  if (!measure.value) return "-";
  return share ? figure(*measure.value * 100, true) + " %" : figure(*measure.value, false);
}

void print_measure(const MeasuredAgreement& one, const labeling::RatingTable& table) {
  std::printf("%-50s ", title_of(one, table.raters()).c_str());
  if (!one.measure.value) {
    std::printf("        -    %s\n", one_line(reason_of(one, table).text()).c_str());
    return;
  }
  std::printf("%9s%s", figure(*one.measure.value * factor_of(one), is_share(one)).c_str(), is_share(one) ? " %" : "  ");
  if (const auto& found = one.interval.interval) {
    std::printf("  [%s, %s]", figure(found->low * factor_of(one), is_share(one)).c_str(),
                figure(found->high * factor_of(one), is_share(one)).c_str());
  }
  if (one.interval.left_out > 0) std::printf("  %d resamples say nothing", one.interval.left_out);
  std::printf("\n");
}

void print_agreement(const AgreementAnswer& answer, const labeling::BootstrapOptions& bootstrap) {
  const labeling::RatingTable& table = answer.ratings.table;
  std::printf("units %zu, raters %zu (%s), ratings %zu, missing %zu, different values %zu\n", table.units(),
              answer.ratings.raters.size(),
              answer.ratings.header ? "named by the first row" : "the first row is a unit", table.ratings(),
              table.units() * table.raters() - table.ratings(), table.categories().size());
  bool any_interval = false;
  for (const MeasuredAgreement& one : answer.measures) {
    print_measure(one, table);
    any_interval = any_interval || one.interval.interval;
  }
  if (any_interval) {
    std::printf("in brackets: %g %% intervals from %d resamples of the units, seed %llu\n", bootstrap.confidence * 100,
                bootstrap.resamples, static_cast<unsigned long long>(bootstrap.seed));
  }
  std::printf("\n%-24s %8s %22s %14s\n", "rater", "units", "agrees with the rest", "Cohen's kappa");
  for (std::size_t i = 0; i < answer.raters.size(); ++i) {
    const labeling::RaterAgreement& rater = answer.raters[i];
    std::printf("%-24s %8zu %22s %14s\n", one_line(answer.ratings.raters[i]).c_str(), rater.units,
                figure_or_dash(rater.agreement, true).c_str(), figure_or_dash(rater.kappa, false).c_str());
  }
}

char delimiter_from(const std::string& word) {
  if (word == "tab") return '\t';
  return word == "auto" ? '\0' : word.front();
}

workflow::HeaderRow header_from(const std::string& word) {
  if (word == "yes") return workflow::HeaderRow::kYes;
  return word == "no" ? workflow::HeaderRow::kNo : workflow::HeaderRow::kGuess;
}

}  // namespace

int cmd_agreement(const Arguments& arguments) {
  CLI::App app(
      "Measures how far people agree. RATINGS.csv has a row a unit and a column a rater; an empty cell is a rating "
      "that "
      "is missing. Prints percent agreement, Cohen's kappa (of more than two raters the mean of the pairs), Fleiss' "
      "kappa and Krippendorff's alpha with intervals, and each rater against the rest. What has no value, as when all "
      "ratings are the same, is said with its reason; exits with 1 when nothing can be compared.",
      "agreement");
  workflow::AgreementRequest request;
  std::string header = "auto", delimiter = "auto";
  std::vector<std::string> levels;
  bool json = false;
  app.add_option("RATINGS", request.path, "the table: UTF-8, quotes as in RFC 4180")->required();
  app.add_option("--header", header, "whether the first row names the raters: auto, yes, no")
      ->check(CLI::IsMember({"auto", "yes", "no"}))
      ->capture_default_str();
  app.add_option("--delimiter", delimiter, "between cells: auto, ',', ';' or tab")
      ->check(CLI::IsMember({"auto", ",", ";", "tab"}))
      ->capture_default_str();
  app.add_option("--missing", request.reading.missing, "a word that means no rating, such as NA; again for more")
      ->allow_extra_args(false);
  app.add_option("--order", request.reading.order, "the values from lowest to highest, with commas: words get a rank")
      ->delimiter(',')
      ->allow_extra_args(false);
  app.add_option(
         "--level", levels,
         "level of measurement: nominal, ordinal, interval, ratio; several with commas (default: the first three, "
         "as far as the values allow)")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(CLI::IsMember({"nominal", "ordinal", "interval", "ratio"}));
  app.add_option("--resamples", request.bootstrap.resamples, "how often units are drawn again; 0: no intervals")
      ->check(CLI::Range(0, 1000000))
      ->capture_default_str();
  between(app.add_option("--confidence", request.bootstrap.confidence, "of the intervals")->capture_default_str(), 0.01,
          0.9999);
  app.add_option("--seed", request.bootstrap.seed, "of the resamples; the same one gives the same intervals")
      ->capture_default_str();
  app.add_flag("--json", json, "print one JSON document");
  if (const auto stop = parse(app, arguments)) return *stop;

  request.reading.header = header_from(header);
  request.reading.delimiter = delimiter_from(delimiter);
  for (const std::string& word : levels) request.levels.push_back(*labeling::level_from_id(word));
  Console console;
  const auto answer = workflow::measure_agreement(request, console.watch());
  if (!answer.ok()) return fail(answer.error());
  if (answer->ratings.header_by_guess) {
    std::fprintf(stderr, "jaedan: the first row is taken for names; --header no counts it\n");
  }
  if (json) {
    print_json(agreement_json(*answer, request.bootstrap));
  } else {
    print_agreement(*answer, request.bootstrap);
  }
  if (answer->anything()) return kDone;
  std::fprintf(stderr, "jaedan: nothing can be compared: %s\n",
               labeling::message_of(answer->measures.front().measure.why_not).text().c_str());
  return kSomeFailed;
}

}  // namespace jaedan::cli
