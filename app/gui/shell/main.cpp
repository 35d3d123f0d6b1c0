#include "app/gui/shell/studio.h"

int main(int argc, char** argv) { return jaedan::gui::run_studio(argc, argv); }
