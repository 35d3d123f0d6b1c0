# Every third-party library, found once, as a target. All come from the distribution's packages; `./run` installs them.

# OpenCV's CMake file comes with libopencv-dev, which pulls in hundreds of packages; three of its modules are enough here.
# The codecs are a target apart: they cost every program that links them 0.1 s at its start.
find_path(OPENCV_INCLUDE_DIR opencv2/core.hpp PATH_SUFFIXES opencv4 REQUIRED)
add_library(opencv INTERFACE IMPORTED)
target_include_directories(opencv INTERFACE ${OPENCV_INCLUDE_DIR})
foreach(module imgproc core)
  find_library(OPENCV_${module} opencv_${module} REQUIRED)
  target_link_libraries(opencv INTERFACE ${OPENCV_${module}})
endforeach()
find_library(OPENCV_imgcodecs opencv_imgcodecs REQUIRED)
add_library(opencv_imgcodecs INTERFACE IMPORTED)
target_link_libraries(opencv_imgcodecs INTERFACE opencv ${OPENCV_imgcodecs})

find_package(nlohmann_json 3.11 REQUIRED)
find_package(CLI11 2 REQUIRED)
find_package(Threads REQUIRED)
find_package(PNG REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(polyclipping REQUIRED IMPORTED_TARGET polyclipping)
pkg_check_modules(libsodium REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(libutf8proc REQUIRED IMPORTED_TARGET libutf8proc)
pkg_check_modules(libyaml REQUIRED IMPORTED_TARGET yaml-0.1)
pkg_check_modules(lcms2 REQUIRED IMPORTED_TARGET lcms2)
pkg_check_modules(libheif REQUIRED IMPORTED_TARGET libheif)
find_package(ZLIB REQUIRED)

# SOCI ships neither a CMake nor a pkg-config file on Debian.
find_path(SOCI_INCLUDE_DIR soci/soci.h REQUIRED)
find_library(SOCI_CORE soci_core REQUIRED)
find_library(SOCI_SQLITE3 soci_sqlite3 REQUIRED)
find_package(SQLite3 REQUIRED)
if(NOT TARGET soci::sqlite3)
  add_library(soci::sqlite3 INTERFACE IMPORTED)
  target_include_directories(soci::sqlite3 INTERFACE ${SOCI_INCLUDE_DIR} ${SOCI_INCLUDE_DIR}/soci)
  target_link_libraries(soci::sqlite3 INTERFACE ${SOCI_SQLITE3} ${SOCI_CORE} SQLite::SQLite3)
endif()

find_path(HNSWLIB_INCLUDE_DIR hnswlib/hnswlib.h REQUIRED)

# What the vector index is measured beside. Its CMake file names OpenMP's target without looking for it.
find_package(OpenMP QUIET)
if(OpenMP_CXX_FOUND)
  find_package(faiss 1.7.3 QUIET CONFIG)
endif()

if(JAEDAN_WITH_GUI)
  find_package(glfw3 3.3 REQUIRED)
  find_package(OpenGL REQUIRED)
  find_package(Freetype REQUIRED)
  pkg_check_modules(imgui REQUIRED IMPORTED_TARGET imgui)
  pkg_check_modules(fontconfig REQUIRED IMPORTED_TARGET fontconfig)
  # imgui.pc names neither what its static back ends nor its FreeType builder need.
  set_property(TARGET PkgConfig::imgui APPEND PROPERTY INTERFACE_LINK_LIBRARIES Freetype::Freetype glfw OpenGL::GL ${CMAKE_DL_LIBS})
endif()

if(JAEDAN_WITH_TORCH)
  find_package(Torch REQUIRED)
  find_package(OpenMP REQUIRED)
endif()

if(JAEDAN_WITH_TESTS)
  find_package(GTest REQUIRED)
endif()
