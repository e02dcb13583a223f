// Only browsers that don't know modules run this, and nothing else of the page.
document.getElementById("old").hidden = false;
