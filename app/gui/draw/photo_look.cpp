#include "app/gui/draw/photo_look.h"

#define GL_GLEXT_PROTOTYPES
#include <GL/gl.h>
#include <GL/glext.h>
#include <imgui.h>

namespace jaedan::gui {
namespace {

constexpr const char* kVertexShader = R"(#version 150
uniform mat4 ProjMtx;
in vec2 Position;
in vec2 UV;
out vec2 at;
void main() { at = UV; gl_Position = ProjMtx * vec4(Position, 0, 1); }
)";

constexpr const char* kFragmentShader = R"(#version 150
uniform sampler2D Texture;
uniform float brightness;
uniform float contrast;
in vec2 at;
out vec4 colour;
void main() { colour = vec4((texture(Texture, at).rgb - 0.5) * contrast + 0.5 + brightness, 1); }
)";

GLuint compiled(GLenum kind, const char* source) {
  const GLuint shader = glCreateShader(kind);
  glShaderSource(shader, 1, &source, nullptr);
  glCompileShader(shader);
  return shader;
}

// The vertices come as Dear ImGui laid them out for its own program `theirs`.
GLuint linked_like(GLuint theirs) {
  const GLuint program = glCreateProgram();
  const GLuint vertex = compiled(GL_VERTEX_SHADER, kVertexShader);
  const GLuint fragment = compiled(GL_FRAGMENT_SHADER, kFragmentShader);
  glAttachShader(program, vertex), glAttachShader(program, fragment);
  for (const char* name : {"Position", "UV"}) {
    const GLint place = glGetAttribLocation(theirs, name);
    if (place >= 0) glBindAttribLocation(program, static_cast<GLuint>(place), name);
  }
  glLinkProgram(program);
  glDeleteShader(vertex), glDeleteShader(fragment);
  GLint is_linked = 0;
  glGetProgramiv(program, GL_LINK_STATUS, &is_linked);
  if (is_linked != 0) return program;
  glDeleteProgram(program);
  return 0;
}

/// Of the one OpenGL context that the window has; it goes with it.
GLuint program_like(GLuint theirs) {
  static GLuint program = 0;
  static GLuint made_like = 0;
  if (made_like != theirs) program = linked_like(theirs), made_like = theirs;
  return program;
}

void use_look(const ImDrawList*, const ImDrawCmd* command) {
  const auto& look = *static_cast<const PhotoLook*>(command->UserCallbackData);
  GLint theirs = 0;
  glGetIntegerv(GL_CURRENT_PROGRAM, &theirs);
  GLfloat projection[16] = {};
  glGetUniformfv(static_cast<GLuint>(theirs), glGetUniformLocation(static_cast<GLuint>(theirs), "ProjMtx"), projection);
  const GLuint program = program_like(static_cast<GLuint>(theirs));
  if (program == 0) return;  // then the photo is shown as it is
  glUseProgram(program);
  glUniformMatrix4fv(glGetUniformLocation(program, "ProjMtx"), 1, GL_FALSE, projection);
  glUniform1i(glGetUniformLocation(program, "Texture"), 0);
  glUniform1f(glGetUniformLocation(program, "brightness"), look.brightness);
  glUniform1f(glGetUniformLocation(program, "contrast"), look.contrast);
}

}  // namespace

void begin_look(const PhotoLook& look, ImDrawList& out) {
  if (!look.plain()) out.AddCallback(use_look, const_cast<PhotoLook*>(&look));
}

void end_look(const PhotoLook& look, ImDrawList& out) {
  if (!look.plain()) out.AddCallback(ImDrawCallback_ResetRenderState, nullptr);
}

}  // namespace jaedan::gui
