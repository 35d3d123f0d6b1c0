#include "app/report/two_languages.h"

#include "app/report/html_text.h"

namespace jaedan::report {

const char* const kLanguageStyle = R"css(
.choice { position: absolute; opacity: 0; } .choice + label { padding: .15rem .6rem; border: 1px solid var(--edge);
  border-radius: .4rem; cursor: pointer; color: var(--soft); } .choice:checked + label { color: var(--ink);
  background: var(--fill); } .choice:focus-visible + label { outline: 2px solid var(--accent); }
#in-korean:checked ~ main .en, #in-english:checked ~ main .ko { display: none; }
)css";

Words operator+(const Words& a, const Words& b) { return {a.english + b.english, a.korean + b.korean}; }

std::string html_of(const Words& words) {
  if (words.same()) return html_escaped(words.english);
  return "<span class=\"en\" lang=\"en\">" + html_escaped(words.english) + "</span><span class=\"ko\" lang=\"ko\">" +
         html_escaped(words.korean) + "</span>";
}

std::string svg_text(const std::string& attributes, const Words& words) {
  const auto one = [&](const std::string& style, const std::string& said) {
    return "<text" + style + attributes + ">" + html_escaped(said) + "</text>";
  };
  if (words.same()) return one("", words.english);
  return one(" class=\"en\"", words.english) + one(" class=\"ko\"", words.korean);
}

std::string language_choice(bool korean_first) {
  const auto one = [](const char* id, const char* name, bool chosen) {
    return std::string("<input class=\"choice\" type=\"radio\" name=\"language\" id=\"") + id + "\"" +
           (chosen ? " checked" : "") + "><label for=\"" + id + "\">" + name + "</label>\n";
  };
  return one("in-korean", "한국어", korean_first) + one("in-english", "English", !korean_first);
}

}  // namespace jaedan::report
