# The three ways to make a target here: jaedan_library, jaedan_program, jaedan_test.

find_program(JAEDAN_CCACHE ccache)
if(JAEDAN_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # Without the sloppiness, ccache takes no file that uses a precompiled header; without the base folder, a second preset
  # with the same flags (headless beside release) would compile every object again.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros
      CCACHE_BASEDIR=${PROJECT_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${JAEDAN_CCACHE})
endif()

option(JAEDAN_SANITIZE "Build with AddressSanitizer and UndefinedBehaviorSanitizer" OFF)
option(JAEDAN_SANITIZE_THREADS "Build with ThreadSanitizer" OFF)
option(JAEDAN_WERROR "Treat warnings as errors" OFF)
# A third of the time to build is spent on reading the same headers. Off in the preset `dev`, which shows what a file
# forgets to include.
option(JAEDAN_PRECOMPILE "Precompile the headers of the standard library and of GoogleTest" ON)

# Most of the time to build everything is spent on what the same templates become in every file: eight files at a time,
# a whole build takes a third. Names without linkage are then shared: a file that wants one for itself is APART. Off in
# the preset `dev`, where a change should build quickly.
option(JAEDAN_UNITY "Compile the files of a target together" ON)
function(jaedan_unity name)
  if(JAEDAN_UNITY)
    set_target_properties(${name} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 8)
    set_source_files_properties(${ARGN} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  endif()
endfunction()

# Flags must be equal where a precompiled header is used: libraries are built with -fPIC, test programs with -fPIE.
set(JAEDAN_STD_HEADERS <algorithm> <cmath> <cstdint> <filesystem> <functional> <map> <memory> <optional> <set> <string>
    <string_view> <utility> <variant> <vector>)
function(jaedan_precompile name from)
  if(JAEDAN_PRECOMPILE)
    target_precompile_headers(${name} REUSE_FROM ${from})
  endif()
endfunction()

add_library(jaedan_options INTERFACE)
target_compile_options(jaedan_options INTERFACE -Wall -Wextra -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
                       $<$<BOOL:${JAEDAN_WERROR}>:-Werror>)
if(JAEDAN_SANITIZE)
  # Without vptr: SOCI hides the type information that it compares.
  target_compile_options(jaedan_options INTERFACE -fsanitize=address,undefined -fno-sanitize=vptr
                         -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
  target_link_options(jaedan_options INTERFACE -fsanitize=address,undefined)
elseif(JAEDAN_SANITIZE_THREADS)
  target_compile_options(jaedan_options INTERFACE -fsanitize=thread -fno-omit-frame-pointer)
  target_link_options(jaedan_options INTERFACE -fsanitize=thread)
endif()

if(JAEDAN_PRECOMPILE)
  file(WRITE ${CMAKE_BINARY_DIR}/nothing.cpp "// carries a precompiled header\n")
  add_library(jaedan_std_headers OBJECT ${CMAKE_BINARY_DIR}/nothing.cpp)
  target_link_libraries(jaedan_std_headers PRIVATE jaedan_options)
  target_precompile_headers(jaedan_std_headers PRIVATE ${JAEDAN_STD_HEADERS})
endif()

# jaedan_library(NAME SOURCES … [PUBLIC …] [PRIVATE …] [APART …] [SINGLY] [MODULE] [OWN_HEADERS])
#   PUBLIC, PRIVATE: libraries to link. APART: sources to be compiled by themselves; SINGLY: all of them. MODULE: loaded at run time instead of linked. OWN_HEADERS: precompiles others.
function(jaedan_library name)
  cmake_parse_arguments(ARG "MODULE;OWN_HEADERS;SINGLY" "" "SOURCES;PUBLIC;PRIVATE;APART" ${ARGN})
  if(ARG_MODULE)
    add_library(${name} MODULE ${ARG_SOURCES})
  else()
    add_library(${name} STATIC ${ARG_SOURCES})
  endif()
  target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR})
  target_link_libraries(${name} PUBLIC ${ARG_PUBLIC} PRIVATE jaedan_options ${ARG_PRIVATE})
  if(NOT ARG_OWN_HEADERS)
    jaedan_precompile(${name} jaedan_std_headers)
  endif()
  if(NOT ARG_SINGLY)
    jaedan_unity(${name} ${ARG_APART})
  endif()
endfunction()

# jaedan_program(NAME SOURCES … LINK … [APART …])
function(jaedan_program name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINK;APART" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE jaedan_options ${ARG_LINK})
  jaedan_unity(${name} ${ARG_APART})
endfunction()

# What tests check is compiled as it is shipped; the checks themselves are not worth optimising.
set(JAEDAN_TEST_OPTIONS -O0)

# jaedan_test(FOLDER LABELS … SOURCES … LINK … [APART …] [TIMEOUT seconds] [SHARDS n] [TORCH]
#             [OPENS_WINDOWS])
#   One test program for one folder of tests; its CTest name is the folder's path below tests/. TORCH: shares the
#   precompiled headers of the tests that see LibTorch. SHARDS: a long program is so many entries FOLDER/1, FOLDER/2 …,
#   each with its share of the tests. OPENS_WINDOWS: each of its tests is an entry of CTest's own and
#   opens its window on a display of its own; what OpenGL drivers keep until the end is no leak. The label `threads` is
#   for what ThreadSanitizer is to watch. The target core_tests builds all tests but those of app/, thread_tests those
#   labelled `threads`.
function(jaedan_test folder)
  cmake_parse_arguments(ARG "TORCH;OPENS_WINDOWS" "TIMEOUT;SHARDS" "LABELS;SOURCES;LINK;APART" ${ARGN})
  string(REPLACE "/" "_" target "test_${folder}")
  add_executable(${target} ${ARG_SOURCES})
  target_compile_options(${target} PRIVATE ${JAEDAN_TEST_OPTIONS})
  target_link_libraries(${target} PRIVATE jaedan_options jaedan_test_support ${ARG_LINK} GTest::gmock GTest::gtest_main)
  jaedan_unity(${target} ${ARG_APART})
  if(ARG_TORCH)
    jaedan_precompile(${target} jaedan_torch_test_headers)
  else()
    jaedan_precompile(${target} jaedan_test_headers)
  endif()
  if(NOT folder MATCHES "^app/")
    add_dependencies(core_tests ${target})
  endif()
  if("threads" IN_LIST ARG_LABELS)
    add_dependencies(thread_tests ${target})
  endif()
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 300)
  endif()
  set(environment "OMP_WAIT_POLICY=passive" "JAEDAN_ASSETS=${PROJECT_SOURCE_DIR}/assets")
  if(JAEDAN_SANITIZE)
    list(APPEND environment "UBSAN_OPTIONS=print_stacktrace=1"
      "LSAN_OPTIONS=print_suppressions=0:suppressions=${PROJECT_SOURCE_DIR}/.ci/lsan.supp")
    if(ARG_OPENS_WINDOWS)
      list(APPEND environment "ASAN_OPTIONS=detect_leaks=0")
    endif()
  elseif(JAEDAN_SANITIZE_THREADS)
    list(APPEND environment "TSAN_OPTIONS=halt_on_error=1:suppressions=${PROJECT_SOURCE_DIR}/.ci/tsan.supp")
  endif()
  set(properties TIMEOUT ${ARG_TIMEOUT})
  if(ARG_OPENS_WINDOWS)
    # As PROPERTIES of gtest_discover_tests these would lose all but their first word.
    gtest_discover_tests(${target} TEST_PREFIX "${folder}/" WORKING_DIRECTORY ${CMAKE_BINARY_DIR} DISCOVERY_TIMEOUT 60
      TEST_LIST ${target}_found PROPERTIES ${properties})
    set(told ${CMAKE_CURRENT_BINARY_DIR}/${target}_properties.cmake)
    file(GENERATE OUTPUT ${told} CONTENT "if(${target}_found)
  set_tests_properties(\${${target}_found} PROPERTIES LABELS \"${ARG_LABELS}\" ENVIRONMENT \"${environment}\")
endif()
")
    set_property(DIRECTORY APPEND PROPERTY TEST_INCLUDE_FILES ${told})
    return()
  endif()
  if(NOT ARG_SHARDS)
    add_test(NAME ${folder} COMMAND ${target} WORKING_DIRECTORY ${CMAKE_BINARY_DIR})
    set_tests_properties(${folder} PROPERTIES ${properties} LABELS "${ARG_LABELS}" ENVIRONMENT "${environment}")
    return()
  endif()
  foreach(shard RANGE 1 ${ARG_SHARDS})
    math(EXPR index "${shard} - 1")
    set(share "GTEST_TOTAL_SHARDS=${ARG_SHARDS}" "GTEST_SHARD_INDEX=${index}")
    add_test(NAME ${folder}/${shard} COMMAND ${target} WORKING_DIRECTORY ${CMAKE_BINARY_DIR})
    set_tests_properties(${folder}/${shard} PROPERTIES ${properties} LABELS "${ARG_LABELS}"
      ENVIRONMENT "${environment};${share}")
  endforeach()
endfunction()
